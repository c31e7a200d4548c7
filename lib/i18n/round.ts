/** Rounds integer cents to a multiple of `unit` cents, half to even, in integers only. Never returns -0. */
export function roundHalfEven(cents: number, unit: number): number {
  const whole = Math.trunc(cents / unit);
  const rest = Math.abs(cents % unit) * 2;
  const up = rest > unit || (rest === unit && whole % 2 !== 0);
  return (whole + (up ? Math.sign(cents) : 0)) * unit || 0;
}
