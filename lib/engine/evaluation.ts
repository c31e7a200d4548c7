import { mulDivHalfEven } from '../util/half-even.ts';
import { lastDayOf } from '../util/month.ts';
import {
  activeCase,
  activeRemedy,
  caseEnd,
  historyMonths,
  isKnown,
  isWindowCovered,
} from './account-facts.ts';
import { annualise } from './annualise.ts';
import type { Figures } from './assessment.ts';
import { ageMonths, assignedLevelAt } from './assigned-level.ts';
import { highCareCost } from './coverage.ts';
import type { LevelReason, TierReason } from './decision-reasons.ts';
import { contributionLevels } from './figures.ts';
import { fundableLevel, levelCost, suggestedLevel } from './level.ts';
import { balanceOf, overheadShare } from './overhead.ts';
import { positionOf, toleranceOf } from './position.ts';
import type { PotentialEstimate } from './potential.ts';
import type { PotentialLookup } from './potential-lookup.ts';
import { quarterEnd, type Span, windowOf } from './quarters.ts';
import type { ReferralLookup } from './referral.ts';
import { accrueCase, FIRST_COUNTERS, nextState, type StateResult } from './subsidy-state.ts';
import { tierByRule } from './tier.ts';
import { overrideAt, settleTier, type TierBefore } from './tier-stability.ts';
import type {
  AccountInput,
  Cents,
  Coverage,
  Minutes,
  Month,
  Override,
  Policy,
  Position,
  YieldClass,
} from './types.ts';

/** What an evaluation must know besides the account itself. */
export interface EvaluationContext {
  asOf: Month;
  /** First month for which the company has any facts: shorter history is never read as loss. */
  dataFrom: Month;
  /** Whether any care was logged for anybody: without, silence is no statement (domain §5.4). */
  careLogged: boolean;
  coverageAt: (month: Month) => Coverage;
  potentialAt: PotentialLookup;
  referrals: ReferralLookup;
}

/** One account at the end of one quarter. */
export interface Evaluation {
  month: Month;
  figures: Figures;
  minutes: Readonly<Record<string, Minutes>>;
  overhead: Cents;
  /** What the black zero is measured on. */
  balance: Cents;
  db3Q: Cents;
  db3Low: Cents | null;
  tolerance: Cents;
  position: Position;
  certain: boolean;
  yieldClass: YieldClass;
  /** DB II the fundable level was judged on: at constant rates, annualised where the history is short. */
  yield: Cents;
  potential: PotentialEstimate;
  multiplier: boolean;
  tier: string;
  /** Tier without an override: what the next evaluation compares with. */
  ruleTier: string;
  tierReason: TierReason;
  fundable: string;
  suggested: string;
  levelReason: LevelReason;
  result: StateResult;
  estimated: boolean;
  provisional: boolean;
  caseActive: boolean;
  hasCare: boolean;
  hasMoney: boolean;
}

/**
 * Evaluates an account quarter by quarter up to `asOf` (domain §6 to §8). Quarters whose twelve months reach
 * back before the company's first facts only feed the counters of a case; the last quarter is always evaluated.
 */
export function evaluateQuarters(
  policy: Policy,
  account: AccountInput,
  quarters: readonly Span[],
  context: EvaluationContext,
): Evaluation[] {
  const evaluations: Evaluation[] = [];
  let before: TierBefore | null = null;
  let previous: StateResult | null = null;
  let counters = FIRST_COUNTERS;
  for (let k = quarters.length - 1; k >= 0; k--) {
    const month = quarterEnd(context.asOf, k);
    if (k > 0 && account.since !== null && month < account.since) continue;
    const development = activeCase(account, month);
    if (k > 0 && !isWindowCovered(account, month, context.dataFrom)) {
      const quarter = quarters[k]!;
      const balanceQ = balanceOf(policy, bookedDb3(quarter), overheadShare(policy, 3, quarter.minutes));
      counters = accrueCase(policy, counters, { case: development, balanceQ });
      previous = counters === FIRST_COUNTERS ? null : { state: 'NO_DATA', why: '', counters };
      continue;
    }
    const evaluation: Evaluation = evaluateAt(policy, account, quarters, k, context, before, previous);
    evaluations.push(evaluation);
    before = { tier: evaluation.ruleTier, yieldClass: evaluation.yieldClass };
    previous = evaluation.result;
  }
  return evaluations;
}

function evaluateAt(
  policy: Policy,
  account: AccountInput,
  quarters: readonly Span[],
  k: number,
  context: EvaluationContext,
  before: TierBefore | null,
  previous: StateResult | null,
): Evaluation {
  const month = quarterEnd(context.asOf, k);
  const span = windowOf(quarters, k);
  const steadyDb2 = bookedDb3(span) + span.cts + span.fx;
  const age = ageMonths(account, month);
  const provisional = age !== null && age < policy.graceMonths;
  const development = activeCase(account, month);
  const running = development !== null && month <= caseEnd(development);

  const history = historyMonths(account, month, context.dataFrom);
  const year = annualise(policy, account.season, { cents: steadyDb2, month, history });
  const yearly = year.cents;
  const multiplier = isMultiplier(policy, account, context.referrals.credit(account.id, k));
  const potential = context.potentialAt(account, k);
  const previousClass = before?.yieldClass ?? null;
  const verdict = tierByRule(policy, {
    yield: yearly,
    annualised: year.annualised,
    season: year.season,
    ratesOf: span.fx === 0 ? null : (policy.fxBase ?? null),
    potential: potential.cents,
    multiplier,
    previousClass,
  });
  const settled = settleTier(policy, verdict, before, { provisional, caseActive: running, multiplier });
  const override = overrideAt(account.overrides, month);
  const tier = override?.tier ?? settled.tier;
  const tierReason: TierReason =
    override?.tier === undefined
      ? { ...verdict.reason, held: settled.held }
      : { ...verdict.reason, rule: 'override', held: 'none' };
  const fundable = fundableLevel(policy, yearly);
  const base = suggestedLevel(policy, { tier, fundable, provisional, caseLevel: null });
  const caseLevel = running ? (development.level ?? null) : null;
  const lifted = suggestedLevel(policy, { tier, fundable, provisional, caseLevel });
  const suggested = override?.level ?? lifted;

  const estimated = policy.impute === 'packageCost' && !span.hasCare && account.ownerPool !== null;
  const imputed = estimated ? levelCost(policy, assignedLevelAt(account, lastDayOf(month), suggested)) : 0;
  const figures = contributionLevels(span, imputed);
  figures.db3 += context.referrals.transfer(account.id, k);
  const quarterCost = estimated ? mulDivHalfEven(imputed, 1, 4) : 0;
  const db3Q = bookedDb3(quarters[k]!) - quarterCost;

  const coverage = context.coverageAt(month);
  const high = highCareCost(policy, span.cents, coverage);
  const overhead = overheadShare(policy, Math.min(12, age ?? 12), span.minutes);
  const overheadQ = overheadShare(policy, Math.min(3, age ?? 3), quarters[k]!.minutes);
  const balance = balanceOf(policy, figures.db3, overhead);
  const db3Low = high === null ? null : figures.db3 - (high - span.cts);
  const tolerance = toleranceOf(policy, figures.net);
  const position = positionOf(balance, tolerance);
  const known = estimated || isKnown(policy, account, span, coverage, context.careLogged);
  const result = nextState(policy, previous, {
    known,
    provisional,
    balance,
    tolerance,
    balanceQ: balanceOf(policy, db3Q, overheadQ),
    balanceQLastYear: lastYearBalance(policy, account, quarters[k + 4]),
    case: development,
    exiting:
      account.decisions.length > 0 && account.decisions.some((d) => d.kind === 'exit' && d.decided <= month),
    remedy: activeRemedy(account, month) !== null,
  });
  return {
    month,
    figures,
    minutes: span.minutes,
    overhead,
    balance,
    db3Q,
    db3Low,
    tolerance,
    position,
    certain: db3Low === null || positionOf(balanceOf(policy, db3Low, overhead), tolerance) === position,
    yieldClass: verdict.yieldClass,
    yield: yearly,
    potential,
    multiplier,
    tier,
    ruleTier: settled.tier,
    tierReason,
    fundable,
    suggested,
    levelReason: levelReasonOf({
      override,
      provisional,
      caseEnd: lifted === base ? null : caseEnd(development!),
    }),
    result,
    estimated,
    provisional,
    caseActive: running,
    hasCare: span.hasCare,
    hasMoney: span.hasMoney,
  };
}

/** By a flag with evidence, or by what its referrals bring (domain §6.1). */
function isMultiplier({ multiplierCredit }: Policy, { multiplier }: AccountInput, credit: Cents): boolean {
  return multiplier || (multiplierCredit !== undefined && credit >= multiplierCredit);
}

/** Two reasons without a date serve all accounts. */
const FUNDABLE: LevelReason = { rule: 'fundable', until: null };
const ONBOARDING: LevelReason = { rule: 'onboarding', until: null };

function levelReasonOf(facts: {
  override: Override | null;
  provisional: boolean;
  /** Last month of the case that lifts the level; null where none does. */
  caseEnd: Month | null;
}): LevelReason {
  if (facts.override?.level !== undefined) return { rule: 'override', until: facts.override.until };
  if (facts.caseEnd !== null) return { rule: 'case', until: facts.caseEnd };
  return facts.provisional ? ONBOARDING : FUNDABLE;
}

/** Of the same quarter a year ago, for seasonal accounts (domain §15). */
function lastYearBalance(policy: Policy, account: AccountInput, quarter: Span | undefined): Cents | null {
  if (!account.seasonal || !quarter) return null;
  return balanceOf(policy, bookedDb3(quarter), overheadShare(policy, 3, quarter.minutes));
}

function bookedDb3({ gross, deductions, cogs, direct, cts }: Span): Cents {
  return gross - deductions - cogs - direct - cts;
}
