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

/**
 * Net transfer per account (domain §12.3): each referrer is credited share × max(0, DB II) of the referred, who
 * is debited the same. One hop, on DB II before any transfer; of one account at most all is given away, in the
 * order of the referrers' ids. The transfers sum to zero.
 */
export function referralTransfers(
  credits: readonly ReferralCredit[],
  db2Of: (id: string) => Cents,
): Map<string, Cents> {
  const transfers = new Map<string, Cents>();
  const given = new Map<string, Cents>();
  const ordered = [...credits].sort(
    (a, b) => byCodeUnit(a.referred, b.referred) || byCodeUnit(a.referrer, b.referrer),
  );
  for (const { referrer, referred, share } of ordered) {
    const basis = Math.max(0, db2Of(referred));
    const already = given.get(referred) ?? 0;
    const credit = Math.min(mulDivHalfEven(basis, share.n, share.d), basis - already);
    given.set(referred, already + credit);
    transfers.set(referrer, (transfers.get(referrer) ?? 0) + credit);
    transfers.set(referred, (transfers.get(referred) ?? 0) - credit);
  }
  return transfers;
}

/** The transfers that hold at each quarter of a portfolio, computed when first asked for. */
export function createTransferLookup(
  accounts: readonly AccountInput[],
  asOf: Month,
): (id: string, k: number) => Cents {
  const referrers = accounts.filter(({ referrals }) => referrals !== undefined && referrals.length > 0);
  if (referrers.length === 0) return () => 0;
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const spans = new Map<string, Span[]>();
  const db2At = (id: string, k: number): Cents => {
    const account = byId.get(id);
    if (!account) return 0;
    const known = spans.get(id) ?? quartersOf(account, asOf);
    spans.set(id, known);
    return contributionLevels(windowOf(known, k)).db2;
  };
  const byQuarter = new Map<number, Map<string, Cents>>();
  return (id, k) => {
    const known = byQuarter.get(k) ?? transfersAt(referrers, quarterEnd(asOf, k), (other) => db2At(other, k));
    byQuarter.set(k, known);
    return known.get(id) ?? 0;
  };
}

function transfersAt(
  referrers: readonly AccountInput[],
  month: Month,
  db2Of: (id: string) => Cents,
): Map<string, Cents> {
  const credits = referrers.flatMap(({ id, referrals = [] }) =>
    referrals
      .filter(({ start, months }) => start <= month && month < addMonths(start, months))
      .map(({ referred, share }) => ({ referrer: id, referred, share })),
  );
  return referralTransfers(credits, db2Of);
}
