import { standardCare } from '../../lib/engine/cost-to-serve.ts';
import type { AccountInput, CareFacts, MonthFacts, Policy } from '../../lib/engine/types.ts';
import { addMonths } from '../../lib/util/month.ts';
import { account } from './accounts.ts';

/** The same numbers from the same seed on every machine: 32-bit integer arithmetic only (mulberry32). */
export function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A portfolio with every kind of account the engine knows, over the 24 months up to `asOf`. */
export function randomPortfolio(policy: Policy, seed: number, size: number, asOf: string): AccountInput[] {
  const random = createRandom(seed);
  const one = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const types = Object.keys(policy.activityTypes);
  const levels = policy.levels.map(({ id }) => id);
  return Array.from({ length: size }, (_, i) => {
    const since = one([null, '2015-01', '2015-01', addMonths(asOf, -random(24))]);
    const scale = one([0, 1_000, 30_000, 200_000, 2_000_000]);
    const months: MonthFacts[] = [];
    for (let back = 23; back >= 0; back--) {
      const at = addMonths(asOf, -back);
      if ((since !== null && at < since) || random(4) === 0) continue;
      const care: CareFacts[] = Array.from({ length: random(3) }, () =>
        standardCare(policy, one(types), random(4)),
      );
      const gross = random(scale + 1);
      months.push({
        month: at,
        gross,
        deductions: random(5) === 0 ? random(scale + 1) : 0,
        cogs: random(gross + 1),
        direct: random(scale / 10 + 1),
        care,
      });
    }
    return account(`k${String(i).padStart(5, '0')}`, {
      since,
      months,
      ownerPool: one(['field', 'field', 'inside', null]),
      parent: random(10) === 0 && i > 0 ? `k${String(random(i)).padStart(5, '0')}` : null,
      potential: one([0, 0, 600_000]),
      multiplier: random(12) === 0,
      seasonal: random(8) === 0,
      case:
        random(8) === 0
          ? {
              kind: one(['development', 'multiplier', 'strategic'] as const),
              start: addMonths(asOf, -random(18)),
              horizonQuarters: 1 + random(8),
              budget: random(200_000),
              plan: [-20_000, -30_000, 10_000],
            }
          : null,
      decisions:
        random(8) === 0
          ? [
              {
                kind: one(['exit', 'reprice', 'repackage', 'reassign'] as const),
                decided: addMonths(asOf, -random(9)),
                deadline: addMonths(asOf, random(6) - 3),
              },
            ]
          : [],
      assigned: random(3) === 0 ? [{ from: `${addMonths(asOf, -random(14))}-15`, level: one(levels) }] : [],
      ...(random(15) === 0 && i > 0
        ? {
            referrals: [
              {
                referred: `k${String(random(i)).padStart(5, '0')}`,
                share: { n: 1, d: 10 },
                start: addMonths(asOf, -random(12)),
                months: 12,
              },
            ],
          }
        : {}),
      ...randomSources(createRandom(seed * 7_919 + i), policy, asOf),
    });
  });
}

/** Sources of potential, a segment, and what was set by hand, each for some accounts. */
function randomSources(
  random: (below: number) => number,
  policy: Policy,
  asOf: string,
): Pick<AccountInput, 'sources' | 'segment' | 'overrides'> {
  const made = () => addMonths(asOf, -random(20));
  const share = () => ({ n: 1 + random(9), d: 10 });
  const some = <T>(most: number, of: () => T): T[] => Array.from({ length: random(most + 1) }, of);
  const from = made();
  return {
    ...(random(3) === 0 ? { segment: `segment ${random(3)}` } : {}),
    ...(random(4) === 0
      ? {
          sources: {
            wallets: some(2, () => ({
              made: made(),
              wallet: random(9_000_000),
              margin: share(),
              share: share(),
              confidence: 'medium' as const,
            })).sort((a, b) => (a.made < b.made ? -1 : 1)),
            opportunities: some(3, () => ({
              made: made(),
              closed: random(2) === 0 ? null : made(),
              cents: random(4_000_000),
              probability: share(),
              margin: share(),
            })),
            products: some(3, () => ({
              product: `product ${random(4)}`,
              made: made(),
              db2: random(400_000),
            })),
          },
        }
      : {}),
    ...(random(10) === 0
      ? {
          overrides: [
            {
              from,
              until: addMonths(from, 1 + random(11)),
              tier: policy.tiers[random(policy.tiers.length)]!.id,
              reason: 'board',
              approver: 'lead',
            },
          ],
        }
      : {}),
  };
}
