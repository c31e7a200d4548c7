import { divHalfEven } from './half-even.ts';

/** numerator / denominator as decimal text with exactly `places` digits, half to even; null over zero. */
export function ratioText(numerator: number, denominator: number, places: number): string | null {
  if (denominator === 0) return null;
  const sign = denominator < 0 ? -1n : 1n;
  const scaled = divHalfEven(sign * BigInt(numerator) * 10n ** BigInt(places), sign * BigInt(denominator));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return scaled < 0n ? `-${text}` : text;
}

/** The same in per cent. */
export function percentText(numerator: number, denominator: number, places: number): string | null {
  if (denominator === 0) return null;
  const whole = ratioText(numerator, denominator, places + 2) as string;
  const negative = whole.startsWith('-');
  const [head = '0', tail = ''] = (negative ? whole.slice(1) : whole).split('.');
  const percent = `${head}${tail.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const text = places === 0 ? percent : `${percent}.${tail.slice(2)}`;
  return negative ? `-${text}` : text;
}

/** Compares a/b with n/d exactly (b, d > 0): negative, zero or positive. */
export function compareRatio(a: number, b: number, n: number, d: number): number {
  const left = a * d;
  const right = n * b;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference = BigInt(a) * BigInt(d) - BigInt(n) * BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
