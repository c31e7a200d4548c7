import type { Kysely, Selectable } from 'kysely';
import { Communication, type CommunicationInput } from '../../lib/contract/communications.ts';
import type { SignedIn } from '../auth/authenticate.ts';
import type { Database } from '../store/schema.ts';

/** Most entries of one answer, newest first. */
const MOST = 100;

/** What a customer was told, for everybody who sees the customer. */
export async function listCommunications(
  db: Kysely<Database>,
  caller: SignedIn,
  accountId: string,
): Promise<Communication[]> {
  const rows = await db
    .selectFrom('communications')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('told_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('communication_id')
    .limit(MOST)
    .execute();
  return rows.map((row) => shownTo(caller, row));
}

/** Stores an entry once, however often it is sent. @returns null where the id is somebody else's */
export async function storeCommunication(
  db: Kysely<Database>,
  caller: SignedIn,
  { id, accountId, level, toldOn, channel }: CommunicationInput,
  now: Date,
): Promise<Communication | null> {
  await db
    .insertInto('communications')
    .values({
      communication_id: id,
      account_id: accountId,
      level,
      told_on: toldOn,
      channel,
      told_by: caller.personId,
      told_by_name: caller.name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('communication_id').doNothing())
    .execute();
  const row = await db
    .selectFrom('communications')
    .selectAll()
    .where('communication_id', '=', id)
    .where('told_by', '=', caller.personId)
    .executeTakeFirst();
  return row ? shownTo(caller, row) : null;
}

/** Personal figures are off: only oneself and operations read who it was. */
function shownTo(caller: SignedIn, row: Selectable<Database['communications']>): Communication {
  const own = row.told_by === caller.personId;
  return Communication.parse({
    id: row.communication_id,
    accountId: row.account_id,
    level: row.level,
    toldOn: row.told_on,
    channel: row.channel,
    own,
    by: own || caller.role === 'operations' ? row.told_by_name : null,
  });
}
