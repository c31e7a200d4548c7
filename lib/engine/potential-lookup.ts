import { contributionLevels } from './figures.ts';
import { type Holding, holdingsAt, type Peers, peersAt } from './peers.ts';
import {
  benchmarkPotential,
  bestPotential,
  crossSellPotential,
  isFresh,
  knownPotential,
  type PotentialEstimate,
  pipelinePotential,
} from './potential.ts';
import { quarterEnd, quartersOf, windowOf } from './quarters.ts';
import type { AccountInput, Cents, Month, PotentialSources } from './types.ts';

/** Fewer accounts than this are no comparison. */
const MIN_PEERS = 5;

export type PotentialLookup = (account: AccountInput, k: number) => PotentialEstimate;

/** What no source and nobody says anything about. */
const NOTHING: PotentialEstimate = { source: 'stated', cents: 0, made: null, confidence: null };

/**
 * Potential at quarter k in the order of trust of domain §12.4, estimated when first asked for. Peers are compared
 * only where an account has a segment or products.
 */
export function createPotentialLookup(accounts: readonly AccountInput[], asOf: Month): PotentialLookup {
  if (!accounts.some(({ sources, segment }) => sources !== undefined || segment !== undefined))
    return statedOf;
  // At constant rates where the policy says so: potential lifts a tier.
  const db2At = (account: AccountInput, k: number): Cents => {
    const span = windowOf(quartersOf(account, asOf), k);
    return contributionLevels(span).db2 + span.fx;
  };
  const byQuarter = new Map<number, Peers>();
  const peersOf = (k: number): Peers => {
    const known = byQuarter.get(k) ?? peersAt(accounts, quarterEnd(asOf, k), (account) => db2At(account, k));
    byQuarter.set(k, known);
    return known;
  };
  return (account, k) => {
    const { sources, segment } = account;
    if (sources === undefined && segment === undefined) return statedOf(account);
    const month = quarterEnd(asOf, k);
    const estimates: PotentialEstimate[] = [];
    if (account.potential > 0) estimates.push(statedOf(account));
    if (sources) {
      const holdings = holdingsAt(sources.products, month);
      estimates.push(
        ...known(sources, month, () => db2At(account, k)),
        ...pipeline(sources, month),
        ...(holdings.length === 0 ? [] : crossSell(holdings, peersOf(k), segment)),
      );
    }
    if (segment !== undefined) {
      const peers = peersOf(k).yields.get(segment) ?? [];
      if (peers.length >= MIN_PEERS) {
        const cents = benchmarkPotential(peers, db2At(account, k));
        estimates.push({ source: 'benchmark', cents, made: month, confidence: 'low' });
      }
    }
    return bestPotential(estimates, month) ?? NOTHING;
  };
}

function statedOf({ potential }: AccountInput): PotentialEstimate {
  return potential === 0 ? NOTHING : { ...NOTHING, cents: potential };
}

function known({ wallets }: PotentialSources, month: Month, current: () => Cents): PotentialEstimate[] {
  const latest = wallets.findLast(({ made }) => isFresh(made, month));
  if (!latest) return [];
  const { wallet, margin, share, made, confidence } = latest;
  return [{ source: 'known', cents: knownPotential(wallet, margin, share, current()), made, confidence }];
}

function pipeline({ opportunities }: PotentialSources, month: Month): PotentialEstimate[] {
  const open = opportunities.filter(
    ({ made, closed }) => isFresh(made, month) && (closed === null || closed > month),
  );
  if (open.length === 0) return [];
  const made = open.reduce((newest, one) => (one.made > newest ? one.made : newest), open[0]!.made);
  return [{ source: 'pipeline', cents: pipelinePotential(open), made, confidence: 'medium' }];
}

/** Says nothing where what an account holds is not known: unknown is not "holds none". */
function crossSell(holdings: readonly Holding[], peers: Peers, segment = ''): PotentialEstimate[] {
  const held = new Set(holdings.map(({ product }) => product));
  const offered = [...(peers.products.get(segment) ?? [])].filter(
    ([product, { holders }]) => holders >= MIN_PEERS && !held.has(product),
  );
  if (offered.length === 0) return [];
  const made = holdings.reduce((newest, one) => (one.made > newest ? one.made : newest), holdings[0]!.made);
  const cents = crossSellPotential(offered.map(([, sums]) => sums));
  return [{ source: 'cross-sell', cents, made, confidence: 'medium' }];
}
