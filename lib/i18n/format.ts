import { mulDivHalfEven } from '../util/half-even.ts';
import { intlLocale, type Language } from './language.ts';

/** How exactly a role reads amounts: leads to ten units, operations to the cent. */
export type MoneyPrecision = 'tens' | 'cents';

export interface Format {
  /** Integer cents as "11.800 €" / "11,800 €", the symbol behind in both languages, a true minus sign. */
  money(cents: number, precision: MoneyPrecision): string;
  /** Like `money`, with an explicit plus. */
  signedMoney(cents: number, precision: MoneyPrecision): string;
  /** Minutes used of minutes promised: "7 von 8 Std.", "7 of 8 h", promises below an hour in minutes. */
  minutesOf(used: number, promised: number): string;
  /** Minutes alone: "7 Std.", "45 min". */
  minutes(minutes: number): string;
  /** A share between 0 and 1: "88 %". */
  percent(share: number): string;
  /** Half per cents: 5 as "2.5 %". */
  halfPercent(halves: number): string;
  integer(value: number): string;
  /** `YYYY-MM-DD` as "31.10.2026" / "31 Oct 2026". */
  date(day: string): string;
  /** `YYYY-MM` as "06/2027" / "Jun 2027". */
  month(month: string): string;
  /** `YYYY-MM` as "Januar 2027" / "January 2027". */
  monthLong(month: string): string;
  /** `YYYY-MM` of a quarter's last month as "Q3 2026". */
  quarter(month: string): string;
  /** ISO time as "08:12" today, else with its date. */
  time(iso: string, now: Date): string;
  /** "A, B und C". */
  list(items: readonly string[]): string;
  /** Bytes as "1,2 MB". */
  bytes(bytes: number): string;
}

/** A day as UTC midnight, so that no time zone moves it. */
function utcDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Formats for one language and one reporting currency (ISO code). Time zone: the machine's, or as given. */
export function createFormat(language: Language, currency: string, timeZone?: string): Format {
  const locale = intlLocale(language);
  const symbol = currencySymbol(locale, currency);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(
    locale,
    language === 'de'
      ? { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  );
  const shortMonth = new Intl.DateTimeFormat(
    locale,
    language === 'de'
      ? { month: '2-digit', year: 'numeric', timeZone: 'UTC' }
      : { month: 'short', year: 'numeric', timeZone: 'UTC' },
  );
  const longMonth = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const zone = timeZone === undefined ? {} : { timeZone };
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone });
  const localDay = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...zone,
  });
  const listing = new Intl.ListFormat(locale, { type: 'conjunction' });
  const hourUnit = language === 'de' ? 'Std.' : 'h';
  const minuteUnit = language === 'de' ? 'Min.' : 'min';
  const of = language === 'de' ? 'von' : 'of';

  const money = (amount: number, precision: MoneyPrecision): string => {
    const rounded = precision === 'tens' ? mulDivHalfEven(amount, 1, 1_000) * 1_000 : amount;
    const digits = (precision === 'tens' ? whole : cents).format(Math.abs(rounded) / 100);
    return `${rounded < 0 ? '−' : ''}${digits}\u00a0${symbol}`;
  };
  const hours = (minutes: number) => tenth.format(minutes / 60);

  return {
    money,
    signedMoney: (amount, precision) => `${amount > 0 ? '+' : ''}${money(amount, precision)}`,
    minutesOf: (used, promised) =>
      promised < 60
        ? `${whole.format(used)} ${of} ${whole.format(promised)}\u00a0${minuteUnit}`
        : `${hours(used)} ${of} ${hours(promised)}\u00a0${hourUnit}`,
    minutes: (minutes) =>
      Math.abs(minutes) < 60
        ? `${whole.format(minutes)}\u00a0${minuteUnit}`
        : `${hours(minutes)}\u00a0${hourUnit}`,
    percent: (share) => `${whole.format(share * 100)}\u00a0%`,
    halfPercent: (halves) => `${tenth.format(halves / 2)}\u00a0%`,
    integer: (value) => whole.format(value),
    date: (value) => day.format(utcDay(value)),
    month: (month) => {
      const text = shortMonth.format(utcDay(`${month}-01`));
      return language === 'de' ? text.replace('.', '/') : text;
    },
    monthLong: (month) => longMonth.format(utcDay(`${month}-01`)),
    quarter: (month) => `Q${Math.ceil(Number(month.slice(5, 7)) / 3)} ${month.slice(0, 4)}`,
    time: (iso, now) => {
      const then = new Date(iso);
      const today = localDay.format(then) === localDay.format(now);
      return today
        ? clock.format(then)
        : `${day.format(utcDay(localDay.format(then)))}, ${clock.format(then)}`;
    },
    list: (items) => listing.format(items),
    bytes: (bytes) =>
      bytes < 1_000_000
        ? `${whole.format(Math.ceil(bytes / 1_000))}\u00a0kB`
        : `${tenth.format(bytes / 1_000_000)}\u00a0MB`,
  };
}

function currencySymbol(locale: string, currency: string): string {
  try {
    const parts = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(0);
    return parts.find((part) => part.type === 'currency')?.value ?? currency;
  } catch {
    return currency;
  }
}
