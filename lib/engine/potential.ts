import { divHalfEven, mulDivHalfEven } from '../util/half-even.ts';
import { addMonths } from '../util/month.ts';
import type { Cents, Confidence, Fraction, Month } from './types.ts';

/**
 * Most trusted first (domain §12.4); `stated` is what people entered without a date or a source. Statistical purchase
 * models are not among them.
 */
export const POTENTIAL_SOURCES = ['known', 'pipeline', 'cross-sell', 'stated', 'benchmark'] as const;
export type PotentialSource = (typeof POTENTIAL_SOURCES)[number];

/** Expected additional DB II of twelve months, and where it comes from. */
export interface PotentialEstimate {
  source: PotentialSource;
  cents: Cents;
  /** Month it was made; null for a stated one. */
  made: Month | null;
  confidence: Confidence | null;
}

/** Months an estimate is good for. */
const VALID_MONTHS = 12;

/** Made by the month, and not older than twelve months. */
export function isFresh(made: Month, month: Month): boolean {
  return made <= month && month < addMonths(made, VALID_MONTHS);
}

/** The most trusted of estimates that have not expired; null without any. */
export function bestPotential(
  estimates: readonly PotentialEstimate[],
  month: Month,
): PotentialEstimate | null {
  const fresh = estimates.filter(({ made }) => made === null || isFresh(made, month));
  for (const source of POTENTIAL_SOURCES) {
    const found = fresh.find((estimate) => estimate.source === source);
    if (found) return found;
  }
  return null;
}

/** Wallet × margin × attainable share − what the account yields today; never below zero. */
export function knownPotential(wallet: Cents, margin: Fraction, share: Fraction, current: Cents): Cents {
  const product = BigInt(wallet) * BigInt(margin.n) * BigInt(share.n);
  return Math.max(0, Number(divHalfEven(product, BigInt(margin.d) * BigInt(share.d))) - current);
}

/** Σ open amount × probability of its stage × margin, rounded once per opportunity. */
export function pipelinePotential(
  open: readonly { cents: Cents; probability: Fraction; margin: Fraction }[],
): Cents {
  return open.reduce(
    (sum, { cents, probability, margin }) =>
      sum + mulDivHalfEven(cents, probability.n * margin.n, probability.d * margin.d),
    0,
  );
}

/** Products not held × average DB II of peers who hold them, rounded once per product. */
export function crossSellPotential(products: readonly { sum: Cents; holders: number }[]): Cents {
  return products.reduce(
    (total, { sum, holders }) => total + Math.max(0, mulDivHalfEven(sum, 1, holders)),
    0,
  );
}

/** Median DB II of accounts of the same industry and size, less the own; weak. */
export function benchmarkPotential(peers: readonly Cents[], current: Cents): Cents {
  if (peers.length === 0) return 0;
  const sorted = [...peers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : mulDivHalfEven(sorted[middle - 1]! + sorted[middle]!, 1, 2);
  return Math.max(0, median - current);
}
