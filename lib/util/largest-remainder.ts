import { byCodeUnit } from './code-unit-order.ts';

/**
 * Splits an integer total in proportion to integer weights ≥ 0 (Hamilton's method): everybody gets the floor
 * of the exact share, left-over units go to the largest remainders; ties: larger weight, then id. Each part is
 * within one unit of its exact share and the parts sum to the total.
 * @throws RangeError where a positive total meets weights that are all zero.
 */
export function largestRemainder(
  total: number,
  weights: readonly number[],
  ids: readonly string[],
): number[] {
  const parts = new Array<number>(weights.length).fill(0);
  if (total === 0) return parts;
  let sum = 0;
  let largest = 0;
  for (const weight of weights) {
    sum += weight;
    if (weight > largest) largest = weight;
  }
  if (sum === 0) throw new RangeError(`cannot split ${total} over weights that are all zero`);
  const remainders = Number.isSafeInteger(total * largest)
    ? splitSafe(total, weights, sum, parts)
    : splitBig(total, weights, sum, parts);
  const left = total - parts.reduce((a, b) => a + b, 0);
  for (const index of largestIndexes(left, remainders, weights, ids)) parts[index]! += 1;
  return parts;
}

type Remainders = readonly (number | bigint)[];

function splitSafe(total: number, weights: readonly number[], sum: number, parts: number[]): Remainders {
  return weights.map((weight, i) => {
    const product = total * weight;
    const rest = product % sum;
    parts[i] = (product - rest) / sum;
    return rest;
  });
}

function splitBig(total: number, weights: readonly number[], sum: number, parts: number[]): Remainders {
  const bigTotal = BigInt(total);
  const bigSum = BigInt(sum);
  return weights.map((weight, i) => {
    const product = bigTotal * BigInt(weight);
    parts[i] = Number(product / bigSum);
    return product % bigSum;
  });
}

function largestIndexes(
  count: number,
  remainders: Remainders,
  weights: readonly number[],
  ids: readonly string[],
): number[] {
  if (count === 0) return [];
  const candidates: number[] = [];
  for (let i = 0; i < remainders.length; i++) if (remainders[i]! > 0) candidates.push(i);
  candidates.sort((a, b) => {
    const ra = remainders[a]!;
    const rb = remainders[b]!;
    if (ra !== rb) return ra > rb ? -1 : 1;
    if (weights[a] !== weights[b]) return weights[b]! - weights[a]!;
    return byCodeUnit(ids[a]!, ids[b]!);
  });
  return candidates.slice(0, count);
}
