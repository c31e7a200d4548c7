import type { AdvisorFacts, MoneyRow } from '../../lib/contract/money-row.ts';
import type { Assessment, Portfolio } from '../../lib/engine/assessment.ts';
import { rowReasons } from '../../lib/engine/explain/row-reasons.ts';
import { historyOf } from '../../lib/engine/quarter-history.ts';
import type { Policy } from '../../lib/engine/types.ts';
import { mulDivHalfEven } from '../../lib/util/half-even.ts';

const MINUTES_PER_HOUR = 60;

/** Amounts and engine state of one account, for those whose role may see them. */
export function moneyRow(portfolio: Portfolio, judged: Assessment, advisor: AdvisorFacts): MoneyRow {
  const { policy, currency, from, asOf } = portfolio;
  return {
    id: judged.id,
    currency,
    from,
    to: asOf,
    gross: judged.gross,
    deductions: judged.deductions,
    net: judged.net,
    cogs: judged.cogs,
    db1: judged.db1,
    direct: judged.direct,
    db2: judged.db2,
    cts: judged.cts,
    db3: judged.db3,
    db3Low: judged.db3Low,
    ...(policy.overhead ? { overhead: judged.overhead, breakEven: policy.breakEvenLevel ?? 'DB3' } : {}),
    tolerance: judged.tolerance,
    position: judged.position,
    subsidyState: judged.state,
    stateReason: judged.marginLoss ? 'margin' : judged.stateWhy,
    ledgerLine: judged.ledgerLine,
    uncovered: judged.uncovered,
    fundableLevel: judged.fundableLevel,
    fundableLimit: judged.fundableLimit,
    packageCost: judged.packageCost,
    careLeft: judged.careLeft,
    unitCosts: unitCosts(policy),
    thresholds: policy.yield,
    potential: judged.potential,
    ...sourceOf(judged),
    reasons: rowReasons(policy, judged, { asOf, money: true }),
    advisor,
    quarters: historyOf(judged, asOf).map(({ month, db3, db3T12, state }) => ({
      month,
      db3,
      db3T12,
      subsidyState: state,
    })),
  };
}

function sourceOf({
  potentialFrom: { source, made, confidence },
}: Assessment): Pick<MoneyRow, 'potentialFrom'> {
  if (source === 'stated' || made === null || confidence === null) return {};
  return { potentialFrom: { source, made, confidence } };
}

/** Cost of one standard activity per type at the planned rates, as packages are priced. */
function unitCosts(policy: Policy): Record<string, number> {
  return Object.fromEntries(
    Object.entries(policy.activityTypes).map(([type, { pool, minutes }]) => [
      type,
      mulDivHalfEven(minutes, policy.rates[pool] ?? 0, MINUTES_PER_HOUR),
    ]),
  );
}
