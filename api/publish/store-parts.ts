import { type Kysely, sql } from 'kysely';
import type { Layer } from '../../lib/contract/manifest.ts';
import { LAYERS } from '../../lib/contract/manifest.ts';
import type { Database } from '../store/schema.ts';
import { baseParts } from './base-parts.ts';
import type { Part } from './digested.ts';

/** Clients that are just syncing may still fetch parts of the publication before. */
const KEPT_EVALUATIONS = 2;
/** And, for so long, parts that changes have replaced. */
const GRACE_MS = 60 * 60_000;

export interface PartTotals {
  parts: number;
  bytes: number;
  newParts: number;
}

/** Where a part stands. */
export interface PartPlace {
  evaluationId: string;
  scope: string;
  layer: Layer;
  list: 'base' | 'changes';
  position: number;
}

/** Stores a part unless it is there, and refers to it. @returns true where it is new */
export async function storePart(
  db: Kysely<Database>,
  { evaluationId, ...place }: PartPlace,
  { ref, bytes }: Part,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('parts')
    .values({ digest: ref.digest, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  await db
    .insertInto('part_refs')
    .values({ evaluation_id: evaluationId, ...place, ...ref })
    .onConflict((conflict) =>
      conflict
        .columns(['evaluation_id', 'scope', 'layer', 'digest'])
        .doUpdateSet({ list: place.list, position: place.position, retired_at: null }),
    )
    .execute();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Makes the base of a scope from the published rows, part by part; all its parts from before are retired. */
export async function storeBase(
  db: Kysely<Database>,
  {
    evaluationId,
    scope,
    revision,
    now,
  }: { evaluationId: string; scope: string; revision: number; now: Date },
): Promise<PartTotals> {
  const total = { parts: 0, bytes: 0, newParts: 0 };
  await db
    .updateTable('part_refs')
    .set({ retired_at: now })
    .where('evaluation_id', '=', evaluationId)
    .where('scope', '=', scope)
    .where('retired_at', 'is', null)
    .execute();
  for (const layer of LAYERS) {
    let position = 0;
    for await (const part of baseParts(db, scope, layer)) {
      const place = { evaluationId, scope, layer, list: 'base', position: position++ } as const;
      if (await storePart(db, place, part)) total.newParts++;
      total.parts++;
      total.bytes += part.ref.bytes;
    }
  }
  const accounts = await countAccounts(db, scope);
  const values = { accounts, base_accounts: accounts, revision };
  await db
    .insertInto('published_scopes')
    .values({ evaluation_id: evaluationId, scope, ...values })
    .onConflict((conflict) => conflict.columns(['evaluation_id', 'scope']).doUpdateSet(values))
    .execute();
  return total;
}

export async function countAccounts(db: Kysely<Database>, scope: string): Promise<number> {
  const { accounts } = await db
    .selectFrom('words_rows')
    .select(({ fn }) => fn.countAll<number>().as('accounts'))
    .where('territory', '=', scope)
    .executeTakeFirstOrThrow();
  return Number(accounts);
}

/** Drops evaluations and parts that no client needs any more. */
export async function prune(db: Kysely<Database>, now: Date): Promise<void> {
  await sql`delete from evaluations where evaluation_id not in (
    select evaluation_id from evaluations order by published_at desc, evaluation_id desc limit ${KEPT_EVALUATIONS}
  )`.execute(db);
  await db
    .deleteFrom('part_refs')
    .where('retired_at', '<', new Date(now.getTime() - GRACE_MS))
    .execute();
  await sql`delete from parts where not exists (
    select 1 from part_refs where part_refs.digest = parts.digest
  )`.execute(db);
}
