import type { RowCheck } from './kind.ts';

/** The row belongs to an account that neither the store nor the files know. */
export const unknownAccount: RowCheck = {
  where: `s.account_id <> '' and not exists (select 1 from accounts a where a.account_id = s.account_id)`,
  column: 'account_id',
  reason: `'There is no account ' || s.account_id || '.'`,
  fix: `'Add the account to accounts.csv, or correct the id.'`,
};
