import { sql } from 'kysely';
import type { Session } from '../store/store.ts';
import type { AccountRows } from './build-rows.ts';
import type { ScopeLayer } from './build-scopes.ts';
import { canonicalJson } from './canonical-json.ts';

/** Clients that are just syncing may still fetch parts of the publication before. */
const KEPT_EVALUATIONS = 2;

/** Replaces the rows that look-ups read. */
export async function storeRows({ db, copy }: Session, rows: readonly AccountRows[]): Promise<void> {
  await db.deleteFrom('words_rows').execute();
  await db.deleteFrom('money_rows').execute();
  await copy(
    'words_rows',
    ['account_id', 'territory', 'glyph', 'waiting', 'undecided', 'data'],
    wordsTuples(rows),
  );
  await copy('money_rows', ['account_id', 'territory', 'data'], moneyTuples(rows));
}

function* wordsTuples(rows: readonly AccountRows[]) {
  for (const { id, territory, glyph, words } of rows) {
    yield [id, territory, glyph, words.due, words.state === 'review', canonicalJson(words)] as const;
  }
}

function* moneyTuples(rows: readonly AccountRows[]) {
  for (const { id, territory, money } of rows) yield [id, territory, canonicalJson(money)] as const;
}

/** Stores the parts that are new and refers to all; returns number and bytes of all and of the new ones. */
export async function storeParts(
  { db }: Session,
  evaluationId: string,
  layers: Iterable<ScopeLayer>,
): Promise<{ parts: number; bytes: number; newParts: number }> {
  const total = { parts: 0, bytes: 0, newParts: 0 };
  for (const { scope, layer, parts } of layers) {
    for (const [position, { ref, bytes }] of parts.entries()) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('parts')
        .values({ digest: ref.digest, bytes })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      total.parts++;
      total.bytes += ref.bytes;
      total.newParts += Number(numInsertedOrUpdatedRows ?? 0n);
      await db
        .insertInto('part_refs')
        .values({ evaluation_id: evaluationId, scope, layer, position, ...ref })
        .execute();
    }
  }
  return total;
}

/** Drops evaluations and parts that no client needs any more. */
export async function prune({ db }: Session): Promise<void> {
  await sql`delete from evaluations where evaluation_id not in (
    select evaluation_id from evaluations order by published_at desc, evaluation_id desc limit ${KEPT_EVALUATIONS}
  )`.execute(db);
  await sql`delete from parts where not exists (
    select 1 from part_refs where part_refs.digest = parts.digest
  )`.execute(db);
}
