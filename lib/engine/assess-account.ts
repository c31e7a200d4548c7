import { addMonths } from '../util/month.ts';
import { activeRemedy, caseEnd } from './account-facts.ts';
import type { Assessment, QuarterResult, StateLineData } from './assessment.ts';
import { assignedLevelAt } from './assigned-level.ts';
import { careOfYear } from './care-year.ts';
import { type Evaluation, type EvaluationContext, evaluateQuarters } from './evaluation.ts';
import { fundableLimit, levelCost, levelIndex } from './level.ts';
import { policyTables } from './policy-tables.ts';
import { quartersOf } from './quarters.ts';
import { routingOf } from './routing.ts';
import { overrideAt } from './tier-stability.ts';
import type { AccountInput, IsoDate, Policy } from './types.ts';
import { stateLineOf, userStateOf } from './user-state.ts';

export interface AccountContext extends EvaluationContext {
  /** Day the care of the calendar year is counted to. */
  careUntil: IsoDate;
}

/** One account without its ledger line, which only the whole portfolio knows. */
export function assessAccount(policy: Policy, account: AccountInput, context: AccountContext): Assessment {
  const evaluations = evaluateQuarters(policy, account, quartersOf(account, context.asOf), context);
  // The last quarter is always evaluated, so there is one.
  const now = evaluations.at(-1)!;
  const { figures, suggested, result } = now;
  const care = careOfYear(policy, account, context.careUntil, suggested);
  const assignedLevel = assignedLevelAt(account, context.careUntil, suggested);
  const cost = levelCost(policy, assignedLevel);
  const userState = userStateOf(result.state, now);
  const limit = fundableLimit(policy, now.yield);
  const isTop = levelIndex(policy, assignedLevel) === policy.levels.length - 1;
  const due = isTop && care.owed.length > 0 && result.state !== 'NO_DATA' && !now.estimated;
  const marginLoss = figures.db2 < 0;
  const line = lineOf(policy, account, now, due);
  return {
    id: account.id,
    parent: account.parent,
    gross: figures.gross,
    deductions: figures.deductions,
    net: figures.net,
    cogs: figures.cogs,
    db1: figures.db1,
    direct: figures.direct,
    db2: figures.db2,
    cts: figures.cts,
    db3: figures.db3,
    minutes: now.minutes,
    db3Low: now.db3Low,
    overhead: now.overhead,
    balance: now.balance,
    tolerance: now.tolerance,
    position: now.position,
    certain: now.certain,
    yieldClass: now.yieldClass,
    potential: now.potential.cents,
    potentialFrom: now.potential,
    multiplier: now.multiplier,
    tier: now.tier,
    tierReason: now.tierReason,
    fundableLevel: now.fundable,
    fundableLimit: limit,
    suggestedLevel: suggested,
    levelReason: now.levelReason,
    override: overrideAt(account.overrides, context.asOf),
    assignedLevel,
    packageCost: cost,
    expectationGap: Math.max(0, figures.cts - limit),
    state: result.state,
    stateWhy: result.why,
    counters: result.counters,
    userState,
    line,
    marginLoss,
    ledgerLine: 0,
    uncovered: 0,
    promised: care.promised,
    delivered: care.delivered,
    careLeft: Math.max(0, cost - care.cents),
    owed: care.owed,
    due,
    servedBy: policyTables(policy).servedBy[levelIndex(policy, suggested)]!,
    routing: routingOf(policy, {
      ownerPool: account.ownerPool,
      suggestedLevel: suggested,
      caseActive: now.caseActive,
      provisional: now.provisional,
      userState,
    }),
    estimated: now.estimated,
    provisional: now.provisional,
    db3Quarter: now.db3Q,
    past: pastOf(policy, account, evaluations),
  };
}

function lineOf(policy: Policy, account: AccountInput, evaluation: Evaluation, due: boolean): StateLineData {
  const { figures, result, suggested } = evaluation;
  const userState = userStateOf(result.state, evaluation);
  const isNew = result.state === 'NEW' && account.since !== null;
  return stateLineOf({
    state: result.state,
    userState,
    due,
    marginLoss: figures.db2 < 0,
    quartersBelow: result.counters.bad,
    planUntil: userState === 'plan' ? planUntil(account, evaluation) : null,
    ratedFrom: isNew ? addMonths(account.since!, policy.graceMonths) : null,
    suggestedLevel: suggested,
  });
}

const NO_PAST: readonly QuarterResult[] = [];

function pastOf(
  policy: Policy,
  account: AccountInput,
  evaluations: readonly Evaluation[],
): readonly QuarterResult[] {
  if (evaluations.length === 1) return NO_PAST;
  return evaluations.slice(0, -1).map((evaluation) => ({
    month: evaluation.month,
    tier: evaluation.tier,
    level: evaluation.suggested,
    state: evaluation.result.state,
    userState: userStateOf(evaluation.result.state, evaluation),
    line: lineOf(policy, account, evaluation, false),
    db3: evaluation.db3Q,
    db3T12: evaluation.figures.db3,
  }));
}

/** Last month of the case, or the deadline of the running remedy. */
function planUntil(account: AccountInput, now: Evaluation): string | null {
  if (now.result.state === 'TOLERATED' && account.case) {
    return caseEnd(account.case);
  }
  return activeRemedy(account, now.month)?.deadline ?? null;
}
