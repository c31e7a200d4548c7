import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import { account, month } from '../../tests/support/accounts.ts';
import { assessPortfolio } from './assess-portfolio.ts';
import { explainAccount } from './explain/explain-account.ts';
import { sentenceOf } from './explain/sentence.ts';
import {
  benchmarkPotential,
  bestPotential,
  crossSellPotential,
  knownPotential,
  pipelinePotential,
} from './potential.ts';
import type { AccountInput, PotentialSources } from './types.ts';

const { policy } = loadPolicy();
const asOf = '2026-10';
const half = { n: 1, d: 2 };

describe('estimates (domain §12.4)', () => {
  const pipeline = { source: 'pipeline', cents: 900, made: '2026-05', confidence: 'medium' } as const;
  const known = { source: 'known', cents: 100, made: '2026-01', confidence: 'high' } as const;
  const stated = { source: 'stated', cents: 7, made: null, confidence: null } as const;

  it('a known wallet beats a pipeline, whatever the amounts; each expires after twelve months', () => {
    expect(bestPotential([pipeline, known, stated], '2026-06')).toBe(known);
    expect(bestPotential([pipeline, known, stated], '2027-01')).toBe(pipeline);
    expect(bestPotential([pipeline, known, stated], '2027-05')).toBe(stated);
    expect(bestPotential([pipeline, known], '2027-05')).toBeNull();
    expect(bestPotential([pipeline], '2026-04')).toBeNull();
  });

  it('amounts are exact and never below zero', () => {
    expect(knownPotential(1_000_000, { n: 3, d: 10 }, half, 50_000)).toBe(100_000);
    expect(knownPotential(1_000, { n: 3, d: 10 }, half, 50_000)).toBe(0);
    expect(pipelinePotential([{ cents: 10_001, probability: half, margin: half }])).toBe(2_500);
    expect(
      crossSellPotential([
        { sum: 1_001, holders: 2 },
        { sum: -500, holders: 5 },
        { sum: 90, holders: 3 },
      ]),
    ).toBe(500 + 30);
    expect(benchmarkPotential([10, 30, 20, 41], 5)).toBe(20);
  });
});

describe('of an account', () => {
  const none: PotentialSources = { wallets: [], opportunities: [], products: [] };
  const base = { since: '2015-01', months: [month(policy, asOf, 400_000, [['call', 1]])] };
  const segment = 'machines 50-99';
  const held = (product: string, db2: number) => ({ product, made: '2026-06', db2 });
  /** Five peers of 12,000.00, four of them with spare parts and all with service. */
  const peers = [0, 1, 2, 3, 4].map((i) =>
    account(`p${i}`, {
      since: '2015-01',
      segment,
      months: [month(policy, asOf, 1_200_000, [['call', 1]])],
      sources: { ...none, products: [held('service', 300_000 + i), ...(i < 4 ? [held('parts', 99)] : [])] },
    }),
  );
  const judged = (parts: Partial<AccountInput>) =>
    assessPortfolio(policy, [account('a', { ...base, ...parts }), ...peers], { asOf }).accounts[0]!;
  const wallet = {
    made: '2026-02',
    wallet: 4_000_000,
    margin: half,
    share: half,
    confidence: 'high',
  } as const;
  const offer = { made: '2026-09', closed: null, cents: 2_000_000, probability: half, margin: half };

  it('what is known comes first: wallet × margin × share − DB II of today', () => {
    const sources = { ...none, wallets: [wallet], opportunities: [offer] };
    expect(judged({ sources, segment, potential: 1 })).toMatchObject({
      potential: 1_000_000 - 400_000,
      potentialFrom: { source: 'known', made: '2026-02', confidence: 'high' },
      tier: 'A',
      tierReason: { lift: 'potential' },
    });
  });

  it('then open offers; those closed or older than a year do not count', () => {
    const opportunities = [
      offer,
      { ...offer, closed: '2026-10' },
      { ...offer, made: '2025-10' },
      { ...offer, made: '2026-07', closed: '2026-12' },
    ];
    expect(judged({ sources: { ...none, opportunities }, segment })).toMatchObject({
      potential: 2 * 500_000,
      potentialFrom: { source: 'pipeline', made: '2026-09', confidence: 'medium' },
    });
  });

  it('then products not held yet that at least five peers hold, at their average', () => {
    const sources = { ...none, products: [held('pumps', 5)] };
    expect(judged({ sources, segment, potential: 1 })).toMatchObject({
      potential: 300_002,
      potentialFrom: { source: 'cross-sell', made: '2026-06' },
    });
    const all = { ...none, products: [held('service', 5)] };
    expect(judged({ sources: all, segment, potential: 1 }).potentialFrom.source).toBe('stated');
  });

  it('then what people entered, and last the median of similar customers, flagged weak', () => {
    expect(judged({ segment, potential: 700_000 })).toMatchObject({
      potential: 700_000,
      potentialFrom: { source: 'stated', made: null },
    });
    expect(judged({ segment })).toMatchObject({
      potential: 1_200_000 - 400_000,
      potentialFrom: { source: 'benchmark', made: asOf, confidence: 'low' },
    });
    expect(judged({ segment: 'nobody like it' })).toMatchObject({
      potential: 0,
      tierReason: { lift: 'none' },
    });
  });

  it('is said with source, date and confidence, without amounts where money is not seen', () => {
    const found = judged({ sources: { ...none, opportunities: [offer] } });
    const [, why] = explainAccount(policy, found, { asOf, money: true });
    const reader = { language: 'en', currency: 'EUR' } as const;
    expect(sentenceOf(why!, { ...reader, money: true })).toBe(
      'Potential of €5,000.00 from open offers, as of 30 Sep 2026, confidence medium.',
    );
    expect(sentenceOf(why!, { ...reader, language: 'de', money: false })).toBe(
      'Potenzial aus offenen Angeboten, Stand 30.09.2026, Verlässlichkeit mittel.',
    );
  });

  it('an estimate made later says nothing about earlier quarters', () => {
    const months = [month(policy, '2026-01', 400_000, [['call', 1]]), month(policy, asOf, 0, [['call', 1]])];
    const early = account('~', { since: '2015-01', months: [month(policy, '2024-01', 1, [['call', 1]])] });
    const input = account('a', { ...base, months, sources: { ...none, opportunities: [offer] } });
    const found = assessPortfolio(policy, [input, early], { asOf }).accounts[0]!;
    expect(found.past.at(-1)).toMatchObject({ month: '2026-07', tier: 'B' });
    expect(found.tier).toBe('A');
  });
});
