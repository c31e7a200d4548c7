/** Cents of one unit of currency: the finest step of a fee. */
const UNIT = 100;

/** A round scale of a monthly fee on which the needed one lies about in the middle; cents. */
export function feeScale(needed: number): { step: number; max: number } {
  let step = UNIT;
  for (let power = UNIT; step < needed / 20; power *= 10) {
    step = [power, 2 * power, 5 * power].find((candidate) => candidate >= needed / 20) ?? 10 * power;
  }
  return { step, max: step * 40 };
}
