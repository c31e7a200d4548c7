import type { PlainRow } from './engine-plain-loop.ts';

/** The ledger by largest remainder: one side is settled in full, the other shares. */
export function bookLines(rows: PlainRow[], surplus: number, deficit: number): void {
  const total = BigInt(Math.min(surplus, deficit));
  const sum = BigInt(Math.max(surplus, deficit));
  const pays = surplus >= deficit;
  const rests: { row: PlainRow; rest: number; weight: number }[] = [];
  let left = total;
  for (const row of rows) {
    const weight = pays ? row.db3 : -row.db3;
    if (weight <= 0) {
      row.line = -row.db3;
      continue;
    }
    const product = total * BigInt(weight);
    const part = product / sum;
    left -= part;
    row.line = pays ? -Number(part) : Number(part);
    // Below `sum`, hence exact.
    rests.push({ row, rest: Number(product % sum), weight });
  }
  rests.sort((a, b) => b.rest - a.rest || b.weight - a.weight || (a.row.id < b.row.id ? -1 : 1));
  for (let i = 0; i < Number(left); i++) rests[i]!.row.line += pays ? -1 : 1;
  for (const row of rows) row.uncovered = Math.max(0, -row.db3 - row.line);
}

export function halfEven(a: number, n: number, d: number): number {
  const product = a * n;
  if (Number.isSafeInteger(product)) {
    const rest = product % d;
    const whole = (product - rest) / d;
    return rest * 2 > d || (rest * 2 === d && whole % 2 === 1) ? whole + 1 : whole;
  }
  const big = BigInt(a) * BigInt(n);
  const divisor = BigInt(d);
  const whole = big / divisor;
  const twice = 2n * (big % divisor);
  return Number(twice > divisor || (twice === divisor && whole % 2n === 1n) ? whole + 1n : whole);
}

/** floor(a · n / d) */
export function wholePart(a: number, n: number, d: number): number {
  const product = a * n;
  if (Number.isSafeInteger(product)) return (product - (product % d)) / d;
  return Number((BigInt(a) * BigInt(n)) / BigInt(d));
}

/** cost · d ≤ amount · n */
export function atMost(cost: number, d: number, amount: number, n: number): boolean {
  const left = cost * d;
  const right = amount * n;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left <= right;
  return BigInt(cost) * BigInt(d) <= BigInt(amount) * BigInt(n);
}
