import type { Assessment, Crowding, Portfolio } from './assessment.ts';
import { isThin } from './coverage.ts';
import { addCrowding, crowdingResult, emptyCrowding } from './crowding-out.ts';
import { levelIndex } from './level.ts';
import { policyTables } from './policy-tables.ts';
import type { Cents, Coverage, Minutes, Policy } from './types.ts';

/** Sums over all accounts that the limits need, gathered while each account is at hand. */
export interface PortfolioTally {
  add(account: Assessment): void;
  /** Crowding-out per pool in which somebody at the top is entitled to anything (domain §11 L1). */
  crowding(): Crowding[];
  /** Σ deficits of STRUCTURAL and OVER_LIMIT accounts (L4). */
  permanentDeficit(): Cents;
  /** λ per pool (L6): what the assigned levels promise a year against the minutes there are. */
  promise(coverage: Coverage): { pool: string; promised: Minutes; practical: Minutes }[];
  careKnowledge(coverage: Coverage): Portfolio['care'];
}

export function createTally(policy: Policy): PortfolioTally {
  const { pools, levelMinutes } = policyTables(policy);
  const highest = policy.levels.at(-1)?.id;
  const topTiers = new Set(policy.tiers.flatMap(({ id, cap }) => (cap === highest ? id : [])));
  const crowding = pools.map(emptyCrowding);
  const byLevel = policy.levels.map(() => 0);
  let permanent = 0;
  let logged = false;
  let silent = false;
  return {
    add(account) {
      const { balance, state, promised, delivered } = account;
      const unfunded = balance < 0;
      const cause = unfunded && account.certain && !account.estimated && state !== 'TOLERATED';
      const top = topTiers.has(account.tier);
      for (let i = 0; i < pools.length; i++) {
        addCrowding(crowding[i]!, promised[i]!.dueMinutes, delivered[i]!, { top, unfunded, cause });
      }
      byLevel[levelIndex(policy, account.assignedLevel)]! += 1;
      if (unfunded && (state === 'STRUCTURAL' || state === 'OVER_LIMIT')) permanent -= balance;
      if (hasAny(account.minutes)) logged = true;
      else if (account.net !== 0) silent = true;
    },
    crowding: () => pools.flatMap((pool, i) => crowdingResult(pool, crowding[i]!) ?? []),
    permanentDeficit: () => permanent,
    promise: (coverage) =>
      pools.flatMap((pool) => {
        const practical = coverage[pool]?.available ?? policy.practicalMinutes[pool] ?? 0;
        if (practical === 0) return [];
        const promised = byLevel.reduce(
          (sum, accounts, level) => sum + accounts * (levelMinutes[level]![pool] ?? 0),
          0,
        );
        return [{ pool, promised, practical }];
      }),
    careKnowledge(coverage) {
      if (!logged) return 'unknown';
      const thin = Object.values(coverage).some((pool) => isThin(policy, pool));
      return thin || silent ? 'partly' : 'known';
    },
  };
}

function hasAny(record: Readonly<Record<string, unknown>>): boolean {
  for (const _ in record) return true;
  return false;
}
