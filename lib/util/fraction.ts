/**
 * Exact fraction behind the ways a document writes it: `1/2`, `0.5`, `50 %`.
 * @throws RangeError for a text that is none of them.
 */
export function parseFraction(text: string | number): { n: number; d: number } {
  const written = String(text).trim();
  const quotient = /^(\d+)\/([1-9]\d*)$/.exec(written);
  if (quotient) return reduceFraction(Number(quotient[1]), Number(quotient[2]));
  const decimal = /^(\d+)(?:\.(\d+))?( ?%)?$/.exec(written);
  if (!decimal) throw new RangeError(`"${written}" is no share; write 1/2, 0.5 or 50 %`);
  const [, whole = '', places = '', percent] = decimal;
  return reduceFraction(Number(whole + places), 10 ** places.length * (percent === undefined ? 1 : 100));
}

/**
 * Minor units of an amount with at most two decimal places.
 * @throws RangeError for anything else: nothing is rounded here.
 */
export function parseCents(text: string | number): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(text).trim());
  if (!match) throw new RangeError(`"${text}" is no amount; write 1234.56`);
  const [, sign, whole = '', places = ''] = match;
  const cents = Number(whole + places.padEnd(2, '0'));
  return sign === '-' && cents !== 0 ? -cents : cents;
}

/** n/d in lowest terms. */
export function reduceFraction(n: number, d: number): { n: number; d: number } {
  let a = n;
  let b = d;
  while (b !== 0) [a, b] = [b, a % b];
  return a === 0 ? { n: 0, d: 1 } : { n: n / a, d: d / a };
}
