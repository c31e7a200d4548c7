import { reduceFraction } from '../../util/fraction.ts';
import type { Cents, Fraction, IsoDate } from '../types.ts';
import type { Language } from './template.ts';

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£' };
const MINUS = '−';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `11.800,00 €` and `€11,800.00`. Written by hand, not by Intl, so that the same figures give the same bytes on
 * every machine (domain §4, determinism).
 */
export function formatAmount(cents: Cents, currency: string, language: Language): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const [group, point] = language === 'de' ? ['.', ','] : [',', '.'];
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  const amount = `${whole}${point}${digits.slice(-2)}`;
  const symbol = SYMBOLS[currency] ?? currency;
  const sign = cents < 0 ? MINUS : '';
  if (language === 'de') return `${sign}${amount} ${symbol}`;
  return `${sign}${symbol}${symbol.length > 1 ? ' ' : ''}${amount}`;
}

/** Null for a text that is no amount. */
export function parseAmount(text: string, language: Language): Cents | null {
  const [group, point] = language === 'de' ? ['.', ','] : [',', '.'];
  const bare = text.replace(/[^\d.,−]/g, '');
  const match = /^(−?)([\d.,]+)$/.exec(bare);
  const [whole, places] = match?.[2]?.split(point) ?? [];
  if (!match || whole === undefined || places?.length !== 2) return null;
  const cents = Number(whole.replaceAll(group, '') + places);
  return Number.isSafeInteger(cents) ? (match[1] ? 0 - cents : cents) : null;
}

export function formatShare({ n, d }: Fraction): string {
  return (n * 100) % d === 0 ? `${(n * 100) / d} %` : `${n}/${d}`;
}

/** In lowest terms; null for a text that is no share. */
export function parseShare(text: string): Fraction | null {
  const percent = /^(\d+) %$/.exec(text);
  const quotient = /^(\d+)\/([1-9]\d*)$/.exec(text);
  if (percent) return reduceFraction(Number(percent[1]), 100);
  return quotient ? reduceFraction(Number(quotient[1]), Number(quotient[2])) : null;
}

export function formatDay(day: IsoDate, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language === 'de') return `${date}.${month}.${year}`;
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

export function parseDay(text: string, language: Language): IsoDate | null {
  if (language === 'de') {
    const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
    return match ? `${match[3]}-${match[2]}-${match[1]}` : null;
  }
  const match = /^(\d{1,2}) (\w{3}) (\d{4})$/.exec(text);
  const month = MONTHS.indexOf(match?.[2] ?? '') + 1;
  if (!match || month === 0) return null;
  return `${match[3]}-${String(month).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
}
