import { byCodeUnit } from '../util/code-unit-order.ts';
import { percentText } from '../util/ratio.ts';
import type { WhaleCurve } from './assessment.ts';
import type { LedgerUnit } from './ledger.ts';

const MAX_POINTS = 200;

/** Cumulated DB III from the best account down (domain §11); in money where there is no profit to share. */
export function whaleCurve(units: readonly LedgerUnit[]): WhaleCurve {
  const sorted = [...units].sort((a, b) => b.db3 - a.db3 || byCodeUnit(a.id, b.id));
  const topFifth = Math.ceil(sorted.length / 5);
  const cumulated: number[] = [];
  let total = 0;
  let peak = 0;
  let peakAt = 0;
  let unprofitable = 0;
  for (const [i, { db3 }] of sorted.entries()) {
    total += db3;
    cumulated.push(total);
    if (db3 < 0) unprofitable += 1;
    if (total > peak) {
      peak = total;
      peakAt = i + 1;
    }
  }
  const top = topFifth === 0 ? 0 : cumulated[topFifth - 1]!;
  return {
    accounts: sorted.length,
    unprofitable,
    total,
    peakAt,
    peak,
    peakPercent: total > 0 ? percentText(peak, total, 4) : null,
    topFifth,
    topFifthPercent: total > 0 ? percentText(top, total, 4) : null,
    points: curvePoints(cumulated, peakAt),
  };
}

function curvePoints(cumulated: readonly number[], peakAt: number): WhaleCurve['points'] {
  const step = Math.max(1, Math.ceil(cumulated.length / (MAX_POINTS - 2)));
  return cumulated.flatMap((cents, i) => {
    const at = i + 1;
    return at % step === 0 || at === peakAt || at === cumulated.length ? [{ at, cents }] : [];
  });
}
