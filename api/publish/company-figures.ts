import type { CompanyFigures } from '../../lib/contract/portfolio.ts';
import type { PortfolioOptions } from '../../lib/engine/assess-portfolio.ts';
import type { Portfolio } from '../../lib/engine/assessment.ts';
import { capacityUse } from '../../lib/engine/capacity.ts';
import { costOfMinutes } from '../../lib/engine/cost-to-serve.ts';
import { policyTables } from '../../lib/engine/policy-tables.ts';
import { portfolioSummary } from '../../lib/engine/portfolio-summary.ts';
import { settledLimits } from '../../lib/engine/settled-limits.ts';
import type { AccountInput } from '../../lib/engine/types.ts';
import type { CareOutside } from '../facts/care-outside.ts';

/** What an evaluation says of the company as a whole: kept with it, so that it can be read when it is history. */
export function companyFigures(
  portfolio: Portfolio,
  accounts: readonly AccountInput[],
  options: PortfolioOptions,
  outside: readonly CareOutside[],
): CompanyFigures {
  const { policy, ledger, whaleCurve, deficitByReason, tolerated, toleratedBudget, care } = portfolio;
  const { limits, readings } = settledLimits(policy, accounts, options, portfolio);
  const { unit, surplus, deficit, transferred, retained, uncovered, subsidyRatio } = ledger;
  const { misallocation, livedTiers, map, focusShare, yearEnd } = portfolioSummary(portfolio);
  return {
    ledger: { unit, surplus, deficit, transferred, retained, uncovered, subsidyRatio },
    whaleCurve: { ...whaleCurve, points: [...whaleCurve.points] },
    limits: [...limits],
    crowding: readings.map(({ month, pools }) => ({
      month,
      pools: pools.map(({ pool, crowdedOut, crowdedOutRatio }) => ({ pool, crowdedOut, crowdedOutRatio })),
    })),
    deficitByReason: { ...deficitByReason },
    tolerated,
    toleratedBudget,
    care,
    capacity: capacityOf(portfolio, options),
    outside: [...outside],
    misallocation: [...misallocation],
    livedTiers: [...livedTiers],
    map: [...map],
    focusShare,
    yearEnd: { ...yearEnd, pools: [...yearEnd.pools], debtors: [...yearEnd.debtors] },
  };
}

function capacityOf({ policy }: Portfolio, { coverage = {} }: PortfolioOptions): CompanyFigures['capacity'] {
  return policyTables(policy).pools.flatMap((pool) => {
    const seen = coverage[pool];
    if (!seen || seen.available <= 0) return [];
    const supplied = costOfMinutes(seen.available, policy.rates[pool] ?? 0);
    const { unusedCost, overtime } = capacityUse(supplied, seen.available, seen.logged);
    return [{ pool, supplied, unused: unusedCost, overtime }];
  });
}
