/**
 * a · n / d rounded half to even, exact for any safe integers; passes through BigInt only where the product
 * leaves 2^53. `d` must be positive. The one way money is rounded.
 */
export function mulDivHalfEven(a: number, n: number, d: number): number {
  const product = a * n;
  if (!Number.isSafeInteger(product)) return Number(divHalfEven(BigInt(a) * BigInt(n), BigInt(d)));
  const rest = product % d;
  const quotient = (product - rest) / d;
  const twice = 2 * Math.abs(rest);
  const up = twice > d || (twice === d && quotient % 2 !== 0);
  return (up ? quotient + (product < 0 ? -1 : 1) : quotient) + 0;
}

/** numerator / denominator rounded half to even; the denominator must be positive. */
export function divHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const up = twice > denominator || (twice === denominator && quotient % 2n !== 0n);
  if (!up) return quotient;
  return quotient + (numerator < 0n ? -1n : 1n);
}

/** floor(a · n / d) for a ≥ 0, n ≥ 0, d > 0, exact. */
export function mulDivFloor(a: number, n: number, d: number): number {
  const product = a * n;
  if (!Number.isSafeInteger(product)) return Number((BigInt(a) * BigInt(n)) / BigInt(d));
  return (product - (product % d)) / d;
}
