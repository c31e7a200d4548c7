import type { WhaleCurve } from '../../lib/engine/assessment.ts';
import type { Comparison, Move } from '../../lib/engine/compare-portfolios.ts';
import { amountText } from '../commands/print.ts';
import type { Simulation } from './simulate.ts';

const NAMED = 5;

/** A simulation for the eye: what moves, then both sides of the ledger and of the load. */
export function simulationText(simulation: Simulation, currency: string): string {
  return simulation.map((one) => comparisonText(one, one.asOf, currency)).join('\n');
}

function comparisonText(comparison: Comparison, asOf: string, currency: string): string {
  const { before, after, accounts, lines } = comparison;
  const sides = (name: string, was: string, is: string): string =>
    was === is ? `  ${name}: ${was}` : `  ${name}: ${was} → ${is}`;
  const money = (cents: number): string => amountText(cents, currency);
  const pools = Object.keys({ ...before.promisedMinutes, ...after.promisedMinutes });
  return [
    `${asOf}: ${accounts} accounts, policy ${before.version} → ${after.version}`,
    ...movesText('tier', comparison.tiers, money),
    ...movesText('level', comparison.levels, money),
    ...movesText('state', comparison.states, money),
    sides('surplus', money(before.ledger.surplus), money(after.ledger.surplus)),
    sides('deficit', money(before.ledger.deficit), money(after.ledger.deficit)),
    sides('subsidy ratio', before.ledger.subsidyRatio ?? '–', after.ledger.subsidyRatio ?? '–'),
    sides('peak of the whale curve', percent(before), percent(after)),
    ...curveText(before.whaleCurve, after.whaleCurve, money),
    `  ledger lines that move: ${lines.count}, by ${money(lines.cents)} in all`,
    sides('promised care a year', money(before.promisedCost), money(after.promisedCost)),
    ...pools.map((pool) =>
      sides(
        `promised hours, ${pool}`,
        hours(before.promisedMinutes[pool] ?? 0),
        hours(after.promisedMinutes[pool] ?? 0),
      ),
    ),
    '',
  ].join('\n');
}

function movesText(name: string, moves: readonly Move[], money: (cents: number) => string): string[] {
  if (moves.length === 0) return [`  ${name}: nobody moves`];
  return moves.map(({ from, to, count, db3, ids }) => {
    const named = ids.slice(0, NAMED).join(', ');
    return `  ${name} ${from} → ${to}: ${count} (DB III ${money(db3)}): ${named}${count > NAMED ? ', …' : ''}`;
  });
}

/** Where the curve is read, in per cent of the accounts. */
const READ_AT = [10, 20, 40, 60, 80, 100];

/** Cumulated DB III from the best account down, before and after, as a small table. */
function curveText(before: WhaleCurve, after: WhaleCurve, money: (cents: number) => string): string[] {
  if (before.accounts === 0 || after.accounts === 0) return [];
  const rows = [
    ['best accounts', 'before', 'after'],
    ...READ_AT.map((share) => [
      `${share} %`,
      money(cumulatedAt(before, share)),
      money(cumulatedAt(after, share)),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `    ${row.map((cell, column) => cell.padStart(widths[column]!)).join('  ')}`);
}

/** The last point of the curve that is not beyond the share of the accounts. */
function cumulatedAt({ points, accounts }: WhaleCurve, share: number): number {
  const at = Math.ceil((accounts * share) / 100);
  return points.findLast((point) => point.at <= at)?.cents ?? points[0]?.cents ?? 0;
}

function percent({ whaleCurve }: Comparison['before']): string {
  return whaleCurve.peakPercent === null ? '–' : `${whaleCurve.peakPercent} %`;
}

function hours(minutes: number): string {
  return `${Math.floor(minutes / 60)} h`;
}
