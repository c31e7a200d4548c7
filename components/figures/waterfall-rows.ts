import type { MoneyRow } from '../../lib/contract/money-row.ts';

/** One bar of the waterfall, cents. Totals start at zero; steps hang between two totals. */
export interface WaterfallRow {
  key: 'net' | 'cogs' | 'db1' | 'direct' | 'db2' | 'cts' | 'db3' | 'overhead' | 'result';
  kind: 'total' | 'step';
  /** What is written: steps as negative numbers. */
  amount: number;
  from: number;
  to: number;
}

/** Net − goods = DB I − direct costs = DB II − care = DB III − overhead share = customer result (domain §5.3). */
export function waterfallRows(money: MoneyRow): WaterfallRow[] {
  const total = (key: WaterfallRow['key'], value: number): WaterfallRow => ({
    key,
    kind: 'total',
    amount: value,
    from: 0,
    to: value,
  });
  const step = (key: WaterfallRow['key'], before: number, after: number): WaterfallRow => ({
    key,
    kind: 'step',
    amount: after - before,
    from: before,
    to: after,
  });
  return [
    total('net', money.net),
    step('cogs', money.net, money.db1),
    total('db1', money.db1),
    step('direct', money.db1, money.db2),
    total('db2', money.db2),
    step('cts', money.db2, money.db3),
    total('db3', money.db3),
    ...(money.overhead === undefined
      ? []
      : [
          step('overhead', money.db3, money.db3 - money.overhead),
          total('result', money.db3 - money.overhead),
        ]),
  ];
}

/** A line of break-even: how much must be left after care for it to be reached, cents. */
export interface BreakEvenLine {
  level: 'DB3' | 'NET';
  cents: number;
  /** The black zero of the policy: position and ledger are measured here. */
  judged: boolean;
}

/** Both lines of break-even where the policy names structural costs (domain §2 no. 3); else the one. */
export function breakEvenLines({ overhead, breakEven = 'DB3' }: MoneyRow): BreakEvenLine[] {
  const levels: BreakEvenLine[] = [{ level: 'DB3', cents: 0, judged: breakEven === 'DB3' }];
  if (overhead !== undefined) levels.push({ level: 'NET', cents: overhead, judged: breakEven === 'NET' });
  return levels;
}

/** Lowest and highest amount drawn, zero always included; equal ends are spread so that a scale exists. */
export function waterfallSpan(
  rows: readonly WaterfallRow[],
  others: readonly (number | null)[],
): { min: number; max: number } {
  const values = rows
    .flatMap((row) => [row.from, row.to])
    .concat(
      others.filter((cents) => cents !== null),
      0,
    );
  const min = Math.min(...values);
  const max = Math.max(...values);
  return min === max ? { min: 0, max: 1 } : { min, max };
}
