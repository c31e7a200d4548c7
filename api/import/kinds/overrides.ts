import { integer, month, oneOf, optional, required, share, text } from '../fields.ts';
import type { ImportContext } from '../import-context.ts';
import type { Kind } from './kind.ts';
import { unknownAccount } from './unknown-account.ts';

/** Longest referral credit (domain §12.3). */
const MAX_MONTHS = 60;

/** A tier or level set by hand, with reason, approver and an end within twelve months (domain §6.3). */
export const overrides = (context: ImportContext): Kind => ({
  name: 'overrides',
  fields: [
    { column: 'account_id', type: 'text', parse: required(text) },
    { column: 'from', type: 'text', parse: required(month) },
    { column: 'until', type: 'text', parse: required(month) },
    { column: 'tier', type: 'text', parse: optional(oneOf('tier', context.tiers)) },
    { column: 'level', type: 'text', parse: optional(oneOf('level', context.levels)) },
    { column: 'reason', type: 'text', parse: required(text) },
    { column: 'approver', type: 'text', parse: required(text) },
  ],
  key: ['account_id', 'from'],
  checks: [
    unknownAccount,
    {
      where: 's.tier is null and s.level is null',
      column: 'tier',
      reason: `'Neither tier nor level is set.'`,
      fix: `'Name the tier or the level that shall hold.'`,
    },
    {
      where: 's.until < s."from"',
      column: 'until',
      reason: `'The end lies before the beginning.'`,
      fix: `'Correct one of the two months.'`,
    },
    {
      where: `(s.until || '-01')::date > (s."from" || '-01')::date + interval '11 months'`,
      column: 'until',
      reason: `'What is set by hand holds for at most twelve months.'`,
      fix: `'Choose an earlier end; decide again when it has come.'`,
    },
  ],
  target: {
    table: 'overrides',
    key: ['account_id', 'from_month'],
    columns: {
      account_id: 's.account_id',
      from_month: 's."from"',
      until_month: 's.until',
      tier: 's.tier',
      level: 's.level',
      reason: 's.reason',
      approver: 's.approver',
    },
  },
});

/** Which account has brought which, and the share of its DB II credited for it (domain §12.3). */
export const referrals: Kind = {
  name: 'referrals',
  fields: [
    { column: 'account_id', type: 'text', parse: required(text) },
    { column: 'referred', type: 'text', parse: required(text) },
    { column: 'start', type: 'text', parse: required(month) },
    { column: 'months', type: 'integer', parse: required(integer(1, MAX_MONTHS)) },
    { column: 'share', type: 'numeric', parse: required(share) },
  ],
  key: ['account_id', 'referred', 'start'],
  checks: [
    unknownAccount,
    {
      where: 'not exists (select 1 from accounts a where a.account_id = s.referred)',
      column: 'referred',
      reason: `'There is no account ' || s.referred || '.'`,
      fix: `'Add the account to accounts.csv, or correct the id.'`,
    },
    {
      where: 's.referred = s.account_id',
      column: 'referred',
      reason: `'An account cannot have brought itself.'`,
      fix: `'Name the account that was brought.'`,
    },
  ],
  target: {
    table: 'referrals',
    key: ['account_id', 'referred', 'start_month'],
    columns: {
      account_id: 's.account_id',
      referred: 's.referred',
      start_month: 's.start',
      share: 's.share',
      months: 's.months',
    },
  },
};
