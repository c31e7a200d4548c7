import { byCodeUnit } from '../util/code-unit-order.ts';
import { mulDivHalfEven } from '../util/half-even.ts';
import { addMonths } from '../util/month.ts';
import { contributionLevels } from './figures.ts';
import { quarterEnd, quartersOf, type Span, windowOf } from './quarters.ts';
import type { AccountInput, Cents, Fraction, Month } from './types.ts';

export interface ReferralCredit {
  referrer: string;
  referred: string;
  share: Fraction;
}

/** What one account gets for another it has brought. */
export interface ReferralBooking {
  referrer: string;
  referred: string;
  credit: Cents;
}

/**
 * Credits of domain §12.3: share × max(0, DB II) of the referred. One hop, on DB II before any transfer; of one
 * account at most all is given away, in the order of the referrers' ids.
 */
export function referralBookings(
  credits: readonly ReferralCredit[],
  db2Of: (id: string) => Cents,
): ReferralBooking[] {
  const given = new Map<string, Cents>();
  return [...credits]
    .sort((a, b) => byCodeUnit(a.referred, b.referred) || byCodeUnit(a.referrer, b.referrer))
    .map(({ referrer, referred, share }) => {
      const basis = Math.max(0, db2Of(referred));
      const already = given.get(referred) ?? 0;
      const credit = Math.min(mulDivHalfEven(basis, share.n, share.d), basis - already);
      given.set(referred, already + credit);
      return { referrer, referred, credit };
    });
}

/** Net transfer per account: what the referrer is credited the referred is debited; they sum to zero. */
export function netTransfers(bookings: readonly ReferralBooking[]): Map<string, Cents> {
  const transfers = new Map<string, Cents>();
  for (const { referrer, referred, credit } of bookings) {
    transfers.set(referrer, (transfers.get(referrer) ?? 0) + credit);
    transfers.set(referred, (transfers.get(referred) ?? 0) - credit);
  }
  return transfers;
}

/** What referrals move at quarter k of an account. */
export interface ReferralLookup {
  /** Net transfer: + credited, − debited. */
  transfer(id: string, k: number): Cents;
  /** Credited alone: what makes an account a multiplier (domain §6.1). */
  credit(id: string, k: number): Cents;
}

const NO_REFERRALS: ReferralLookup = { transfer: () => 0, credit: () => 0 };

/** The bookings that hold at each quarter of a portfolio, computed when first asked for. */
export function createReferralLookup(accounts: readonly AccountInput[], asOf: Month): ReferralLookup {
  const referrers = accounts.filter(({ referrals }) => referrals !== undefined && referrals.length > 0);
  if (referrers.length === 0) return NO_REFERRALS;
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const spans = new Map<string, Span[]>();
  const db2At = (id: string, k: number): Cents => {
    const account = byId.get(id);
    if (!account) return 0;
    const known = spans.get(id) ?? quartersOf(account, asOf);
    spans.set(id, known);
    return contributionLevels(windowOf(known, k)).db2;
  };
  const byQuarter = new Map<number, { net: Map<string, Cents>; credits: Map<string, Cents> }>();
  const at = (k: number) => {
    const known = byQuarter.get(k);
    if (known) return known;
    const running = runningAt(referrers, quarterEnd(asOf, k));
    const bookings = referralBookings(running, (id) => db2At(id, k));
    const credits = new Map<string, Cents>();
    for (const { referrer, credit } of bookings) credits.set(referrer, (credits.get(referrer) ?? 0) + credit);
    const quarter = { net: netTransfers(bookings), credits };
    byQuarter.set(k, quarter);
    return quarter;
  };
  return {
    transfer: (id, k) => at(k).net.get(id) ?? 0,
    credit: (id, k) => at(k).credits.get(id) ?? 0,
  };
}

function runningAt(referrers: readonly AccountInput[], month: Month): ReferralCredit[] {
  return referrers.flatMap(({ id, referrals = [] }) =>
    referrals
      .filter(({ start, months }) => start <= month && month < addMonths(start, months))
      .map(({ referred, share }) => ({ referrer: id, referred, share })),
  );
}
