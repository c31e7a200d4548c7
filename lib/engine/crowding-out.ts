import { ratioText } from '../util/ratio.ts';
import type { Crowding } from './assessment.ts';
import type { Minutes } from './types.ts';

export interface CrowdingInput {
  entitled: Minutes;
  delivered: Minutes;
  /** Its tier may get the highest level. */
  top: boolean;
  /** DB III below zero. */
  unfunded: boolean;
  /** Its over-delivery counts as a cause: unfunded, certain, and not TOLERATED. */
  cause: boolean;
}

/** L1 of one pool (domain §11): X = min(withheld from the best, over-delivered to non-funders). */
export function crowdingOut(pool: string, accounts: Iterable<CrowdingInput>): Crowding | null {
  let entitledTop = 0;
  let withheldTop = 0;
  let overNonFunder = 0;
  let delivered = 0;
  let toUnfunded = 0;
  for (const account of accounts) {
    delivered += account.delivered;
    if (account.unfunded) toUnfunded += account.delivered;
    if (account.top) {
      entitledTop += account.entitled;
      withheldTop += Math.max(0, account.entitled - account.delivered);
    }
    if (account.cause) overNonFunder += Math.max(0, account.delivered - account.entitled);
  }
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
