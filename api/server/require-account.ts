import type { Kysely } from 'kysely';
import type { Database } from '../store/schema.ts';
import { ApiProblem } from './problem.ts';

/** Refuses accounts that are not the caller's: row-level security shows no others, and both look alike. */
export async function requireAccount(db: Kysely<Database>, accountId: string): Promise<void> {
  const found = await db
    .selectFrom('words_rows')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!found)
    throw new ApiProblem('not-found', 'There is no such customer among yours. Sync, then try again.');
}
