import { mulDivHalfEven } from '../util/half-even.ts';
import { compareRatio } from '../util/ratio.ts';
import type { Cents, Coverage, Policy, PoolCoverage } from './types.ts';

/** Is the pool's logging too thin for statements (κ < κ_min)? Unknown coverage is not thin (domain §5.4). */
export function isThin(policy: Policy, coverage: PoolCoverage | null | undefined): boolean {
  if (!coverage || coverage.available <= 0) return false;
  return compareRatio(coverage.logged, coverage.available, policy.coverageMin.n, policy.coverageMin.d) < 0;
}

/**
 * CTS_high: care cost if everything had been logged, each pool extrapolated by 1/κ, at most 1/κ_floor. Null where
 * the pools that cared are fully covered or unknown: then there is no interval (domain §5.4).
 */
export function highCareCost(
  policy: Policy,
  centsByPool: Readonly<Record<string, Cents>>,
  coverage: Coverage,
): Cents | null {
  let high = 0;
  let open = false;
  for (const pool in centsByPool) {
    const cents = centsByPool[pool]!;
    const seen = coverage[pool];
    if (!seen || seen.available <= 0 || seen.logged >= seen.available) {
      high += cents;
      continue;
    }
    open = true;
    const { n, d } = policy.coverageFloor;
    const belowFloor = compareRatio(seen.logged, seen.available, n, d) < 0;
    high += belowFloor ? mulDivHalfEven(cents, d, n) : mulDivHalfEven(cents, seen.available, seen.logged);
  }
  return open ? high : null;
}
