import { optional, required, text } from '../fields.ts';
import type { Kind } from './kind.ts';

/** What is booked under the id that survives from now on. */
const MOVED = ['money_lines', 'activities', 'opportunities', 'record_keys', 'communications', 'feedback'];
/** What was decided or estimated for the old id counts for the surviving one, unless that has its own of the day. */
const COPIED = ['cases', 'decisions', 'overrides', 'referrals', 'wallets', 'products_held'];

const asSurvivor = (table: string, where = 'true') =>
  `insert into ${table}
   select (jsonb_populate_record(old, jsonb_build_object('account_id', s.merged_into))).*
   from ${table} old join surviving_accounts s on s.account_id = old.account_id where ${where}
   on conflict do nothing`;

/** Accounts merged into others: their history follows the surviving id (domain §15). */
export const aliases: Kind = {
  name: 'aliases',
  fields: [
    { column: 'account_id', type: 'text', parse: required(text) },
    // Empty: the merge is undone.
    { column: 'merged_into', type: 'text', parse: optional(text) },
  ],
  key: ['account_id'],
  checks: [
    {
      where: 's.merged_into = s.account_id',
      column: 'merged_into',
      reason: `'An account cannot be merged into itself.'`,
      fix: `'Name the account that survives, or leave the field empty to undo the merge.'`,
    },
    {
      where:
        'not exists (select 1 from accounts a where a.account_id = s.merged_into) and s.merged_into is not null',
      column: 'merged_into',
      reason: `'There is no account ' || s.merged_into || ' that could survive.'`,
      fix: `'Add the account to accounts.csv, or correct the id.'`,
    },
  ],
  checkFurther: 'alias-chains',
  target: {
    table: 'aliases',
    key: ['account_id'],
    columns: { account_id: 's.account_id', merged_into: 's.merged_into' },
  },
  after: [
    ...MOVED.map(
      (table) => `update ${table} t set account_id = s.merged_into
        from surviving_accounts s where s.account_id = t.account_id`,
    ),
    ...COPIED.map((table) => asSurvivor(table)),
    // Levels of the time before the surviving account had one.
    asSurvivor(
      'assigned_levels',
      `old.valid_from < all (select own.valid_from from assigned_levels own where own.account_id = s.merged_into)`,
    ),
    `update referrals t set referred = s.merged_into from surviving_accounts s
     where s.account_id = t.referred and not exists (select 1 from referrals o where o.account_id = t.account_id
       and o.referred = s.merged_into and o.start_month = t.start_month)`,
    'delete from referrals where referred = account_id',
    `update accounts t set parent = nullif(s.merged_into, t.account_id)
     from surviving_accounts s where s.account_id = t.parent`,
  ],
};
