import type { CareView } from '../../lib/engine/care-views.ts';
import type { Cents, Minutes } from '../../lib/engine/types.ts';
import type { Creditor } from '../../lib/engine/year-end-statement.ts';

/** Output of `tierlens statement --json`: who did not get the care of a year, per account. Never to be sent. */
export interface Statement {
  year: number;
  /** First and last day the care is counted on. */
  period: { from: string; to: string };
  view: CareView;
  policyVersion: string;
  currency: string;
  pools: readonly {
    pool: string;
    /** Cents per hour. */
    rate: Cents;
    withheldMinutes: Minutes;
    overMinutes: Minutes;
    /** What some did not get and others did, and its value. */
    matchedMinutes: Minutes;
    matchedCents: Cents;
    /** Withheld beyond the matched: absence, vacancies. */
    shortfallMinutes: Minutes;
    /** Over-delivered beyond the matched: extra effort. */
    extraMinutes: Minutes;
  }[];
  /** By id in code-unit order; one account where one was asked for. */
  creditors: readonly (Creditor & { name: string; tier: string; level: string })[];
  /** Groups that got more, by tier. */
  debtors: readonly { tier: string; accounts: number; cents: Cents }[];
  /** The same account by account, largest first; only where names were asked for. */
  debtorAccounts?: readonly { id: string; name: string; tier: string; overMinutes: Minutes; cents: Cents }[];
  /** Credits of all creditors, and debits of all debtors: the two are equal. */
  credits: Cents;
  debits: Cents;
}
