import type { Kysely, Selectable } from 'kysely';
import { Feedback, type FeedbackInput } from '../../lib/contract/feedback.ts';
import type { SignedIn } from '../auth/authenticate.ts';
import type { Database } from '../store/schema.ts';

/** Most reports of one answer, newest first. */
const MOST = 500;

export interface FeedbackFilter {
  account?: string | undefined;
  mine?: boolean | undefined;
  open?: boolean | undefined;
}

/** Reports the caller may see: one's own, those of a lead's customers, for operations all. */
export async function listFeedback(
  db: Kysely<Database>,
  caller: SignedIn,
  { account, mine, open }: FeedbackFilter,
): Promise<Feedback[]> {
  let query = db.selectFrom('feedback').selectAll();
  if (account !== undefined) query = query.where('account_id', '=', account);
  if (mine) query = query.where('reporter', '=', caller.personId);
  if (open) query = query.where('answered_at', 'is', null);
  const rows = await query.orderBy('created_at', 'desc').orderBy('feedback_id').limit(MOST).execute();
  return rows.map((row) => shownTo(caller, row));
}

/** Stores a report once, however often it is sent. @returns null where the id is somebody else's */
export async function storeFeedback(
  db: Kysely<Database>,
  caller: SignedIn,
  { id, accountId, kind, text, seen }: FeedbackInput,
  now: Date,
): Promise<Feedback | null> {
  await db
    .insertInto('feedback')
    .values({
      feedback_id: id,
      account_id: accountId,
      reporter: caller.personId,
      reporter_name: caller.name,
      kind,
      body: text,
      seen: JSON.stringify(seen),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('feedback_id').doNothing())
    .execute();
  const row = await db
    .selectFrom('feedback')
    .selectAll()
    .where('feedback_id', '=', id)
    .where('reporter', '=', caller.personId)
    .executeTakeFirst();
  return row ? shownTo(caller, row) : null;
}

/** @returns null where there is no such report */
export async function answerFeedback(
  db: Kysely<Database>,
  caller: SignedIn,
  id: string,
  answer: string,
  now: Date,
): Promise<Feedback | null> {
  const row = await db
    .updateTable('feedback')
    .set({ answer, answered_by: caller.name, answered_at: now })
    .where('feedback_id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? shownTo(caller, row) : null;
}

/** What makes a client fetch its list anew: one's own answers, for operations also what is still open. */
export async function feedbackCounts(
  db: Kysely<Database>,
  caller: SignedIn,
): Promise<{ answered: number; open: number | null }> {
  const { answered, open } = await db
    .selectFrom('feedback')
    .select(({ fn }) => [
      fn
        .countAll<number>()
        .filterWhere('answered_at', 'is not', null)
        .filterWhere('reporter', '=', caller.personId)
        .as('answered'),
      fn.countAll<number>().filterWhere('answered_at', 'is', null).as('open'),
    ])
    .executeTakeFirstOrThrow();
  return { answered: Number(answered), open: caller.role === 'operations' ? Number(open) : null };
}

function shownTo(caller: SignedIn, row: Selectable<Database['feedback']>): Feedback {
  const own = row.reporter === caller.personId;
  const { answer, answered_by, answered_at } = row;
  return Feedback.parse({
    id: row.feedback_id,
    accountId: row.account_id,
    kind: row.kind,
    text: row.body,
    seen: row.seen,
    createdAt: row.created_at.toISOString(),
    own,
    reporter: own || caller.role === 'operations' ? row.reporter_name : null,
    answer:
      answer === null || answered_at === null
        ? null
        : { text: answer, by: answered_by ?? '', at: answered_at.toISOString() },
  });
}
