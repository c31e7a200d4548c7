/** One JSON document on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 1)}\n`);
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Cents as an amount with two decimals and thousands separators, independent of the machine's language. */
export function amountText(cents: number, currency = ''): string {
  const whole = BigInt(cents);
  const positive = whole < 0n ? -whole : whole;
  const units = String(positive / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole < 0n ? '-' : ''}${units}.${String(positive % 100n).padStart(2, '0')} ${currency}`.trimEnd();
}
