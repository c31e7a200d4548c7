import { lastDayOf } from '../../util/month.ts';
import type { Assessment } from '../assessment.ts';
import { levelCost } from '../level.ts';
import type { Month, Policy } from '../types.ts';
import { type ReasonCode, sectionOf } from './account-templates.ts';
import type { Params } from './template.ts';

/** Why, as data: the rule, its section in the domain model, and the numbers it was applied to. */
export interface Reason {
  code: ReasonCode;
  section: string;
  params: Params;
}

/**
 * All reasons of one assessment in reading order; the last names policy version and as-of date. Without the
 * right to see money an account without statement gets no reason that would be one: an estimate must not turn
 * into "carries others" by way of its explanation.
 */
export function explainAccount(
  policy: Policy,
  account: Assessment,
  { asOf, money }: { asOf: Month; money: boolean },
): Reason[] {
  const silent = account.userState === 'open' && !money;
  const verdict = [positionReason(policy, account), stateReason(policy, account), ledgerReason(account)];
  return [
    ...tierReasons(policy, account),
    levelReason(policy, account),
    ...(silent ? [openReason(policy, account)] : verdict),
    reason('source', { version: policy.version, asOf: lastDayOf(asOf) }),
  ];
}

function positionReason(policy: Policy, { db3, balance, position, tolerance }: Assessment): Reason {
  if (policy.breakEvenLevel !== 'NET') return reason('position', { db3, position, tolerance });
  return reason('position.net', { balance, position, tolerance });
}

function openReason(policy: Policy, account: Assessment): Reason {
  return account.state === 'NEW' ? stateReason(policy, account) : reason('state.no-data', {});
}

function tierReasons(policy: Policy, account: Assessment): Reason[] {
  const why = account.tierReason;
  const { tier } = account;
  if (why.rule === 'override') return [reason('tier.override', { tier, until: untilOf(account) })];
  if (why.rule === 'explicit') return [reason('tier.explicit', { tier, rule: why.ruleId ?? '' })];
  const reasons = [why.rule === 'matrix' ? matrixReason(policy, account) : ladderReason(account)];
  if (why.rule === 'matrix' || why.lift === 'potential') reasons.push(...potentialReason(account));
  if (why.annualised) reasons.push(annualisedReason(why.season));
  if (why.ratesOf) reasons.push(reason('tier.constant-rates', { base: lastDayOf(why.ratesOf) }));
  if (why.held === 'hysteresis') reasons.push(reason('tier.hysteresis', { share: policy.hysteresis }));
  if (why.held === 'one-step-down')
    reasons.push(reason('tier.one-step-down', { steps: policy.stepsDownMax }));
  if (why.held === 'second-evaluation') reasons.push(reason('tier.second-evaluation', {}));
  return reasons;
}

function annualisedReason(season: string | undefined): Reason {
  return season === undefined ? reason('tier.annualised', {}) : reason('tier.season', { season });
}

function ladderReason({ tier, tierReason: why }: Assessment): Reason {
  const common = { tier, yield: why.yield, lift: why.lift, class: why.yieldClass };
  if (why.atLeast === null) return reason('tier.below', { ...common, below: why.below ?? 0 });
  if (why.below === null) return reason('tier.from', { ...common, atLeast: why.atLeast });
  return reason('tier.between', { ...common, atLeast: why.atLeast, below: why.below });
}

function matrixReason(policy: Policy, { tier, tierReason: why, potential }: Assessment): Reason {
  return reason('tier.matrix', {
    tier,
    yield: why.yield,
    potential,
    medium: policy.yield.medium,
    high: policy.potentialHigh,
    class: why.yieldClass,
    promise: potential >= policy.potentialHigh ? 'high' : 'low',
  });
}

/** A stated potential has neither source nor date to name. */
function potentialReason({ potentialFrom: { source, cents, made, confidence } }: Assessment): Reason[] {
  if (made === null || confidence === null) return [];
  return [reason('tier.potential', { potential: cents, source, made: lastDayOf(made), confidence })];
}

function levelReason(policy: Policy, account: Assessment): Reason {
  const { suggestedLevel: level, levelReason: why } = account;
  if (why.rule === 'override') return reason('level.override', { level, until: untilOf(account) });
  if (why.rule === 'case') return reason('level.case', { level, until: lastDayOf(why.until ?? '') });
  if (why.rule === 'onboarding') return reason('level.onboarding', { level });
  return reason('level.fundable', { level, limit: account.fundableLimit, cost: levelCost(policy, level) });
}

/** Last day of what was set by hand. */
function untilOf({ override }: Assessment): string {
  return lastDayOf(override?.until ?? '');
}

function stateReason(policy: Policy, account: Assessment): Reason {
  const { counters } = account;
  switch (account.state) {
    case 'NO_DATA':
      return reason('state.no-data', {});
    case 'NEW':
      return reason('state.new', { months: policy.graceMonths });
    case 'FUNDER':
    case 'BLACK_ZERO':
      return reason('state.good', { quarters: counters.good });
    case 'EXITING':
      return reason('state.exiting', {});
    case 'OVER_LIMIT':
      return reason('state.over-limit', { why: account.stateWhy, invested: counters.invested });
    case 'TOLERATED':
      return reason('state.tolerated', { age: counters.caseAge, invested: counters.invested });
    case 'IN_REMEDY':
      return reason('state.remedy', {});
    case 'RECOVERING':
      return reason('state.recovering', { quarters: counters.recovering });
    case 'STRUCTURAL':
      return reason('state.permanent', { quarters: counters.bad, limit: policy.structuralAfter });
    case 'WATCH':
      return reason('state.watch', { quarters: counters.bad });
  }
}

function ledgerReason({ ledgerLine, uncovered }: Assessment): Reason {
  if (ledgerLine < 0) return reason('ledger.pays', { amount: -ledgerLine });
  if (ledgerLine === 0 && uncovered === 0) return reason('ledger.none', {});
  return reason('ledger.gets', { amount: ledgerLine, uncovered });
}

function reason(code: ReasonCode, params: Params): Reason {
  return { code, section: sectionOf(code), params };
}
