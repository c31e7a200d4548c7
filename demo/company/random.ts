import { hash64Lanes } from '../../lib/util/hash64.ts';

/** Seeded random numbers: the same seed text gives the same sequence on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number, both ends included. */
  int(low: number, high: number): number;
  /** Whole number, both ends included, small ones likelier: amounts of money and sizes look like that. */
  skewed(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** `total` in `parts` whole numbers of about equal size (±`spread` of one), which sum to it exactly. */
  split(total: number, parts: number, spread?: number): number[];
}

export function createRandom(seed: string): Random {
  let state = hash64Lanes(seed).low;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    skewed: (low, high) => {
      const from = Math.log(low + 1);
      return Math.min(high, Math.floor(Math.exp(from + next() * (Math.log(high + 1) - from)) - 1));
    },
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)]!,
    shuffle: (items) => {
      const result = [...items];
      for (let i = result.length - 1; i > 0; i--) {
        const j = int(0, i);
        [result[i], result[j]] = [result[j]!, result[i]!];
      }
      return result;
    },
    split: (total, parts, spread = 0.5) => {
      const weights = Array.from({ length: parts }, () => 1 + (next() * 2 - 1) * spread);
      return distribute(total, weights);
    },
  };
}

/** Whole numbers in proportion to the weights that sum to `total` exactly; also for a negative total. */
export function distribute(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let weightSoFar = 0;
  let given = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const upTo = sum === 0 ? 0 : Math.floor((total * weightSoFar) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
