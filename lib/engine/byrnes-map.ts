import type { Cents } from './types.ts';

export type Quadrant = 'peak' | 'drain' | 'desert' | 'minefield';

/**
 * Partition by size and black zero (domain §11): large is NET at or above the portfolio's 80th percentile
 * (nearest rank); covered is DB III ≥ −τ.
 */
export function byrnesMap(
  accounts: readonly { id: string; net: Cents; db3: Cents; tolerance: Cents }[],
): Map<string, Quadrant> {
  const nets = accounts.map(({ net }) => net).sort((a, b) => a - b);
  const p80 = nets[Math.ceil((nets.length * 4) / 5) - 1] ?? 0;
  return new Map(
    accounts.map(({ id, net, db3, tolerance }) => {
      const covered = db3 >= -tolerance;
      if (net >= p80) return [id, covered ? 'peak' : 'drain'];
      return [id, covered ? 'desert' : 'minefield'];
    }),
  );
}
