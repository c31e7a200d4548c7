import type { MoneyRow } from '../../lib/contract/money-row.ts';

/** One bar of the waterfall, cents. Totals start at zero; steps hang between two totals. */
export interface WaterfallRow {
  key: 'net' | 'cogs' | 'db1' | 'direct' | 'db2' | 'cts' | 'db3';
  kind: 'total' | 'step';
  /** What is written: steps as negative numbers. */
  amount: number;
  from: number;
  to: number;
}

/** Net − goods = DB I − direct costs = DB II − care = DB III (domain §5.3). */
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
  ];
}

/** Lowest and highest amount drawn, zero always included; equal ends are spread so that a scale exists. */
export function waterfallSpan(
  rows: readonly WaterfallRow[],
  low: number | null,
): { min: number; max: number } {
  const values = rows.flatMap((row) => [row.from, row.to]).concat(low ?? 0, 0);
  const min = Math.min(...values);
  const max = Math.max(...values);
  return min === max ? { min: 0, max: 1 } : { min, max };
}
