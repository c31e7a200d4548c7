/** A decimal text as digits and number of decimals, exact. */
interface Exact {
  digits: bigint;
  decimals: number;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** a − b as decimal text; null where one of them is no plain decimal. */
export function subtractDecimals(a: string, b: string): string | null {
  return combine(a, b, (x, y) => {
    const decimals = Math.max(x.decimals, y.decimals);
    return { digits: scaled(x, decimals) - scaled(y, decimals), decimals };
  });
}

/** a · b as decimal text; null where one of them is no plain decimal. */
export function multiplyDecimals(a: string, b: string): string | null {
  return combine(a, b, (x, y) => ({ digits: x.digits * y.digits, decimals: x.decimals + y.decimals }));
}

/** The first text that is no plain decimal, so that the check of numbers names it; null where all are. */
export function firstNonDecimal(...texts: readonly string[]): string | null {
  return texts.find((text) => !DECIMAL.test(text)) ?? null;
}

function combine(a: string, b: string, operation: (a: Exact, b: Exact) => Exact): string | null {
  return DECIMAL.test(a) && DECIMAL.test(b) ? format(operation(parse(a), parse(b))) : null;
}

function parse(text: string): Exact {
  const [whole = '', part = ''] = text.split('.');
  return { digits: BigInt(whole + part), decimals: part.length };
}

function scaled({ digits, decimals }: Exact, to: number): bigint {
  return digits * 10n ** BigInt(to - decimals);
}

function format({ digits, decimals }: Exact): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
