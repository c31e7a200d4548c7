import { lastDayOf } from '../util/month.ts';
import { assessPortfolio, type PortfolioOptions } from './assess-portfolio.ts';
import type { Crowding, LimitResult, Portfolio } from './assessment.ts';
import { settleCrowding } from './crowding-alarm.ts';
import { quarterEnd } from './quarters.ts';
import type { AccountInput, Coverage, Month, Policy } from './types.ts';

/** Evaluations that L1 looks back on, the current one included: two of three raise it, two calm ones clear it. */
const EVALUATIONS = 4;

/** Crowding-out at the end of one quarter. */
export interface CrowdingRecord {
  month: Month;
  coverage: Coverage;
  pools: readonly Crowding[];
}

export interface SettledLimits {
  /** The board with L1 as it stands after several evaluations. */
  limits: readonly LimitResult[];
  /** What L1 was settled on, oldest first. */
  readings: readonly CrowdingRecord[];
}

/**
 * L1 over the evaluations of the last quarters (domain §11), judged anew from the same facts, so that the alarm
 * depends on facts, policy and date alone and not on when somebody published.
 */
export function settledLimits(
  policy: Policy,
  accounts: readonly AccountInput[],
  options: PortfolioOptions,
  now: Portfolio,
): SettledLimits {
  const readings: CrowdingRecord[] = [
    { month: now.asOf, coverage: options.coverage ?? {}, pools: now.crowding },
  ];
  const first = firstMonth(accounts);
  for (let k = 1; k < EVALUATIONS; k++) {
    const month = quarterEnd(options.asOf, k);
    if (first === null || month < first) break;
    const coverage = options.coverageByQuarter?.[month] ?? options.coverage ?? {};
    const then = assessPortfolio(policy, accounts, {
      ...options,
      asOf: month,
      coverage,
      careUntil: lastDayOf(month),
    });
    readings.unshift({ month, coverage, pools: then.crowding });
  }
  const limits = now.limits.map((result) => {
    if (result.limit !== 'L1') return result;
    const series = readings.flatMap(({ coverage, pools }) => {
      const crowding = pools.find(({ pool }) => pool === result.pool);
      return crowding ? [{ crowding, coverage }] : [];
    });
    return { ...result, alarm: settleCrowding(policy, series) };
  });
  return { limits, readings };
}

function firstMonth(accounts: readonly AccountInput[]): Month | null {
  let first: Month | null = null;
  for (const { months } of accounts) {
    const month = months[0]?.month;
    if (month !== undefined && (first === null || month < first)) first = month;
  }
  return first;
}
