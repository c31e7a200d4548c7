/** A corner of the curve: accounts counted from the best, and what they bring together, cents. */
export interface WhalePoint {
  at: number;
  cents: number;
}

/** The curve from nothing at all to all accounts, on a scale of 0 to 100 that holds zero; `zero` is its height. */
export function whalePath(points: readonly WhalePoint[]): { path: string; zero: number } {
  const all = [{ at: 0, cents: 0 }, ...points];
  const last = Math.max(1, all.at(-1)?.at ?? 1);
  const cents = all.map((point) => point.cents);
  const [low, high] = [Math.min(...cents), Math.max(...cents)];
  const span = high - low || 1;
  const round = (value: number) => Math.round(value * 100) / 100;
  const x = (at: number) => round((at / last) * 100);
  const y = (amount: number) => round(((high - amount) / span) * 100);
  return { path: all.map((point) => `${x(point.at)},${y(point.cents)}`).join(' '), zero: y(0) };
}
