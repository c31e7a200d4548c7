import { sql } from 'kysely';
import type { Session } from '../store/store.ts';
import { type Kind, stageOf } from './kinds/kind.ts';

/** Columns that name an account. */
const NAMING = ['account_id', 'parent', 'referred'];

/** Staged rows that name a merged account are taken as rows of the account that survives (domain §15). */
export async function resolveAliases({ db }: Session, kind: Kind): Promise<void> {
  if (kind.name === 'aliases') return;
  const columns = kind.fields
    .map(({ column }) => column)
    .filter((column) => NAMING.includes(column) && !(kind.name === 'accounts' && column === 'account_id'));
  for (const column of columns) {
    // Nobody is the own parent: a child merged with its parent has none.
    const survivor = column === 'parent' ? sql`nullif(v.merged_into, s.account_id)` : sql`v.merged_into`;
    await sql`update ${sql.table(stageOf(kind))} s set ${sql.ref(column)} = ${survivor}
      from surviving_accounts v where v.account_id = s.${sql.ref(column)}`.execute(db);
  }
}
