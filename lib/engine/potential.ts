import { divHalfEven, mulDivHalfEven } from '../util/half-even.ts';
import { addMonths } from '../util/month.ts';
import type { Cents, Fraction, Month } from './types.ts';

/** Most trusted first (domain §12.4). Statistical purchase models are not among them. */
export const POTENTIAL_SOURCES = ['known', 'pipeline', 'cross-sell', 'benchmark'] as const;
export type PotentialSource = (typeof POTENTIAL_SOURCES)[number];

export interface PotentialEstimate {
  source: PotentialSource;
  cents: Cents;
  /** Month it was made. */
  made: Month;
}

/** The most trusted estimate not older than twelve months; null without any. Of one source the latest counts. */
export function bestPotential(
  estimates: readonly PotentialEstimate[],
  asOf: Month,
): PotentialEstimate | null {
  const fresh = estimates.filter(({ made }) => made <= asOf && asOf < addMonths(made, 12));
  for (const source of POTENTIAL_SOURCES) {
    const ofSource = fresh.filter((estimate) => estimate.source === source);
    if (ofSource.length > 0) return ofSource.reduce((a, b) => (b.made > a.made ? b : a));
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
  open: readonly { cents: Cents; probability: Fraction }[],
  margin: Fraction,
): Cents {
  return open.reduce(
    (sum, { cents, probability }) =>
      sum + mulDivHalfEven(cents, probability.n * margin.n, probability.d * margin.d),
    0,
  );
}

/** Products not held × average DB II of peers who hold them. */
export function crossSellPotential(peerYields: readonly Cents[]): Cents {
  return peerYields.reduce((sum, cents) => sum + Math.max(0, cents), 0);
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
