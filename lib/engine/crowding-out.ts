import { ratioText } from '../util/ratio.ts';
import type { Crowding } from './assessment.ts';
import type { Minutes } from './types.ts';

export interface CrowdingRole {
  /** Its tier may get the highest level. */
  top: boolean;
  /** DB III below zero. */
  unfunded: boolean;
  /** Its over-delivery counts as a cause: unfunded, certain, and not TOLERATED. */
  cause: boolean;
}

export interface CrowdingInput extends CrowdingRole {
  entitled: Minutes;
  delivered: Minutes;
}

interface CrowdingSums {
  entitledTop: Minutes;
  withheldTop: Minutes;
  overNonFunder: Minutes;
  delivered: Minutes;
  toUnfunded: Minutes;
}

export const emptyCrowding = (): CrowdingSums => ({
  entitledTop: 0,
  withheldTop: 0,
  overNonFunder: 0,
  delivered: 0,
  toUnfunded: 0,
});

/** Adds one account: sums are kept, no list, so that a large portfolio is not copied for each pool. */
export function addCrowding(
  sums: CrowdingSums,
  entitled: Minutes,
  delivered: Minutes,
  { top, unfunded, cause }: CrowdingRole,
): void {
  sums.delivered += delivered;
  if (unfunded) sums.toUnfunded += delivered;
  if (top) {
    sums.entitledTop += entitled;
    sums.withheldTop += Math.max(0, entitled - delivered);
  }
  if (cause) sums.overNonFunder += Math.max(0, delivered - entitled);
}

/** L1 of one pool (domain §11): X = min(withheld from the best, over-delivered to non-funders). */
export function crowdingOut(pool: string, accounts: Iterable<CrowdingInput>): Crowding | null {
  const sums = emptyCrowding();
  for (const account of accounts) addCrowding(sums, account.entitled, account.delivered, account);
  return crowdingResult(pool, sums);
}

/** Null where nobody at the top is entitled to anything. */
export function crowdingResult(pool: string, sums: CrowdingSums): Crowding | null {
  const { entitledTop, withheldTop, overNonFunder, delivered, toUnfunded } = sums;
  if (entitledTop === 0) return null;
  const crowdedOut = Math.min(withheldTop, overNonFunder);
  return {
    pool,
    entitledTop,
    withheldTop,
    withheldRatio: ratioText(withheldTop, entitledTop, 4) as string,
    overNonFunder,
    crowdedOut,
    crowdedOutRatio: ratioText(crowdedOut, entitledTop, 4) as string,
    toSubsidisedShare: ratioText(toUnfunded, delivered, 4),
  };
}
