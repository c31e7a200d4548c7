import type { Figures } from './assessment.ts';
import { standardCare } from './cost-to-serve.ts';
import { contributionLevels } from './figures.ts';
import { fundableLevel, fundableLimit, levelIndex, suggestedLevel } from './level.ts';
import { positionOf, toleranceOf } from './position.ts';
import { tierByRule } from './tier.ts';
import type { Cents, Minutes, Policy, Position, YieldClass } from './types.ts';

/** Sums of one window, without history: what a what-if or a single evaluation starts from. */
export interface SnapshotAccount {
  id: string;
  parent: string | null;
  gross: Cents;
  deductions: Cents;
  cogs: Cents;
  direct: Cents;
  /** Each entry is one booked line of care. */
  activities: readonly (readonly [type: string, count: number])[];
  /** Null: not new. */
  ageMonths: number | null;
  /** Level whose package stands in where no activity was logged. */
  impute: string | null;
  potential: Cents;
  multiplier: boolean;
}

export interface SnapshotRow extends Figures {
  id: string;
  parent: string | null;
  minutes: Readonly<Record<string, Minutes>>;
  position: Position;
  tolerance: Cents;
  yieldClass: YieldClass;
  /** Single result of the rule, without what earlier evaluations would hold back. */
  tier: string;
  fundableLevel: string;
  fundableLimit: Cents;
  level: string;
  estimated: boolean;
  provisional: boolean;
}

/** Judges one window by the rules alone (domain §5 to §8). */
export function snapshotRow(policy: Policy, account: SnapshotAccount): SnapshotRow {
  const estimated = account.impute !== null && account.activities.length === 0;
  const activities = estimated
    ? policy.levels[levelIndex(policy, account.impute as string)]!.activities
    : account.activities;
  const minutes: Record<string, Minutes> = {};
  let cts = 0;
  for (const [type, count] of activities) {
    const line = standardCare(policy, type, count);
    minutes[line.pool] = (minutes[line.pool] ?? 0) + line.minutes;
    cts += line.cents;
  }
  const figures = contributionLevels({ ...account, cts });
  const provisional = account.ageMonths !== null && account.ageMonths < policy.graceMonths;
  const verdict = tierByRule(policy, {
    yield: figures.db2,
    annualised: false,
    potential: account.potential,
    multiplier: account.multiplier,
    previousClass: null,
  });
  const fundable = fundableLevel(policy, figures.db2);
  const tolerance = toleranceOf(policy, figures.net);
  return {
    id: account.id,
    parent: account.parent,
    ...figures,
    minutes,
    position: positionOf(figures.db3, tolerance),
    tolerance,
    yieldClass: verdict.yieldClass,
    tier: verdict.tier,
    fundableLevel: fundable,
    fundableLimit: fundableLimit(policy, figures.db2),
    level: suggestedLevel(policy, { tier: verdict.tier, fundable, provisional, caseLevel: null }),
    estimated,
    provisional,
  };
}
