import { percentText } from '../util/ratio.ts';
import type { WhaleCurve } from './assessment.ts';
import type { LedgerUnit } from './ledger.ts';

const MAX_POINTS = 200;

/** Cumulated DB III from the best account down (domain §11); in money where there is no profit to share. */
export function whaleCurve(units: readonly LedgerUnit[]): WhaleCurve {
  // Equal amounts cumulate to the same curve in any order, so ids need not be compared.
  const sorted = new Float64Array(units.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = units[i]!.db3;
  sorted.sort();
  const topFifth = Math.ceil(sorted.length / 5);
  const cumulated = new Float64Array(sorted.length);
  let total = 0;
  let peak = 0;
  let peakAt = 0;
  let unprofitable = 0;
  for (let i = 0; i < sorted.length; i++) {
    const db3 = sorted[sorted.length - 1 - i]!;
    total += db3;
    cumulated[i] = total;
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

function curvePoints(cumulated: Float64Array, peakAt: number): WhaleCurve['points'] {
  const step = Math.max(1, Math.ceil(cumulated.length / (MAX_POINTS - 2)));
  const points: { at: number; cents: number }[] = [];
  for (let at = 1; at <= cumulated.length; at++) {
    if (at % step === 0 || at === peakAt || at === cumulated.length)
      points.push({ at, cents: cumulated[at - 1]! });
  }
  return points;
}
