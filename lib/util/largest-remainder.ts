import { byCodeUnit } from './code-unit-order.ts';

/**
 * Splits an integer total in proportion to integer weights ≥ 0 (Hamilton's method): everybody gets the floor
 * of the exact share, left-over units go to the largest remainders; ties: larger weight, then id. Each part is
 * within one unit of its exact share and the parts sum to the total.
 * @throws RangeError where a positive total meets weights that are all zero, or weights add up beyond 2^53.
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
  if (!Number.isSafeInteger(sum))
    throw new RangeError('weights add up beyond what a number can hold exactly');
  const remainders = new Float64Array(weights.length);
  const left = Number.isSafeInteger(total * largest)
    ? splitSafe(total, weights, sum, parts, remainders)
    : splitBig(total, weights, sum, parts, remainders);
  if (left > 0) handOut(left, parts, remainders, weights, ids);
  return parts;
}

/** Fills floors and remainders; what the floors leave over comes back. */
function splitSafe(
  total: number,
  weights: readonly number[],
  sum: number,
  parts: number[],
  remainders: Float64Array,
): number {
  let left = total;
  for (let i = 0; i < weights.length; i++) {
    const product = total * weights[i]!;
    const rest = product % sum;
    const part = (product - rest) / sum;
    remainders[i] = rest;
    parts[i] = part;
    left -= part;
  }
  return left;
}

/** The same beyond 2^53: a remainder is below the sum of the weights, so it is a plain number again. */
function splitBig(
  total: number,
  weights: readonly number[],
  sum: number,
  parts: number[],
  remainders: Float64Array,
): number {
  const bigTotal = BigInt(total);
  const bigSum = BigInt(sum);
  let left = total;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    const product = bigTotal * BigInt(weights[i]!);
    const quotient = product / bigSum;
    const part = Number(quotient);
    remainders[i] = Number(product - quotient * bigSum);
    parts[i] = part;
    left -= part;
  }
  return left;
}

/**
 * One unit each to the `count` largest remainders. All above the smallest of these get one; only those that equal
 * it need to be told apart by weight and id.
 */
function handOut(
  count: number,
  parts: number[],
  remainders: Float64Array,
  weights: readonly number[],
  ids: readonly string[],
): void {
  const threshold = Float64Array.from(remainders).sort()[remainders.length - count]!;
  const equal: number[] = [];
  let left = count;
  for (let i = 0; i < remainders.length; i++) {
    const rest = remainders[i]!;
    if (rest > threshold) {
      parts[i]! += 1;
      left -= 1;
    } else if (rest === threshold) equal.push(i);
  }
  if (equal.length > left) equal.sort((a, b) => weights[b]! - weights[a]! || byCodeUnit(ids[a]!, ids[b]!));
  for (let i = 0; i < left; i++) parts[equal[i]!]! += 1;
}
