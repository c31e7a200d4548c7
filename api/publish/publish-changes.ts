import { type Kysely, sql } from 'kysely';
import { moneyKindsOf } from '../import/import-context.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Database } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type ChangedScope, storeChanges } from './change-parts.ts';
import { currentEvaluation } from './current-evaluation.ts';
import { GlyphList } from './glyph-list.ts';
import { lockPublication } from './lock-publication.ts';
import { dropFormerParts, type GoneAccount, removeFromBase } from './remove-from-base.ts';
import { countAccounts, prune, storeBase } from './store-parts.ts';
import { checkKeyHashes } from './store-rows.ts';
import { type ChangeContext, updateAccounts } from './update-accounts.ts';

export interface PublishedChanges {
  /** Accounts that were looked at again. */
  accounts: number;
  /** Scopes whose manifest is another one now. */
  scopes: number;
  /** Of these, scopes that got a new base because a tenth of the old one had changed. */
  rebased: number;
}

/** Accounts per round trip; their rows are in memory together. */
const PAGE = 500;
/** A base is made anew when more than this share of its accounts has changed. */
const REBASE_SHARE = 1 / 10;

/**
 * Publishes what has changed since the last evaluation without judging anew: names, people, record keys,
 * territories, assigned levels, what was set by hand, care delivered (architecture, "Sync and cache"). One
 * transaction; does nothing before the first evaluation.
 */
export async function publishChanges(store: Store, { now }: { now: Date }): Promise<PublishedChanges> {
  return store.write(async (session) => {
    const { db } = session;
    await lockPublication(db);
    const context = await changeContext(db, now);
    const nothing = { accounts: 0, scopes: 0, rebased: 0 };
    if (context === null) return nothing;
    const known = context.glyphs.glyphs.length;
    const scopes = new Map<string, GoneAccount[]>();
    let accounts = 0;
    for await (const ids of takeChanged(db)) {
      for (const [scope, gone] of await updateAccounts(session, ids, context)) {
        scopes.set(scope, [...(scopes.get(scope) ?? []), ...gone]);
      }
      accounts += ids.length;
    }
    await checkKeyHashes(db, 'taken_accounts');
    if (scopes.size === 0) return { ...nothing, accounts };
    if (context.glyphs.glyphs.length > known) await storeGlyphs(db, context);
    let rebased = 0;
    for (const [scope, gone] of scopes) {
      if (await publishScope(db, scope, gone, context)) rebased++;
      if (gone.length > 0) await dropFormerParts(db, { evaluationId: context.evaluationId, scope });
    }
    await prune(db, now);
    return { accounts, scopes: scopes.size, rebased };
  });
}

/** What all accounts are judged by; null where nothing is published, or by a version that kept no concept. */
async function changeContext(db: Kysely<Database>, now: Date): Promise<ChangeContext | null> {
  const evaluation = await currentEvaluation(db);
  if (!evaluation) return null;
  const { glyphs, policy_words, policy_document, care_until } = await db
    .selectFrom('evaluations')
    .select(['glyphs', 'policy_words', 'policy_document', 'care_until'])
    .where('evaluation_id', '=', evaluation.evaluation_id)
    .executeTakeFirstOrThrow();
  if (policy_document === null || care_until === null) return null;
  const { rows } = await sql<{ first: string | null; logged: boolean }>`
    with care as not materialized (select month from activities where account_id <> '' and cause = 'customer')
    select least((select min(month) from money_lines), (select min(month) from care)) as first,
      exists (select 1 from care) as logged`.execute(db);
  const revisions = await db
    .selectFrom('published_scopes')
    .select(['scope', 'revision'])
    .where('evaluation_id', '=', evaluation.evaluation_id)
    .execute();
  return {
    evaluationId: evaluation.evaluation_id,
    asOf: evaluation.as_of,
    careUntil: care_until,
    now,
    policy: compilePolicy(policy_document),
    kinds: moneyKindsOf(policy_document.contributionLevels),
    words: policy_words,
    glyphs: new GlyphList(glyphs),
    dataFrom: rows[0]?.first ?? evaluation.as_of,
    careLogged: rows[0]?.logged ?? false,
    revisions: new Map(revisions.map(({ scope, revision }) => [scope, revision + 1])),
  };
}

/**
 * Takes the noted accounts off the log, a page at a time. What is noted from now on stays for the next time, even
 * where it is of the same account.
 */
async function* takeChanged(db: Kysely<Database>): AsyncGenerator<string[]> {
  await sql`create temporary table taken_accounts (account_id text collate "C" primary key) on commit drop`.execute(
    db,
  );
  await sql`with taken as (delete from changed_accounts returning account_id)
    insert into taken_accounts select distinct account_id from taken`.execute(db);
  for (let after = ''; ; ) {
    const { rows } = await sql<{ account_id: string }>`select account_id from taken_accounts
      where account_id > ${after} order by account_id limit ${PAGE}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ account_id }) => account_id);
    after = last.account_id;
  }
}

async function storeGlyphs(db: Kysely<Database>, { evaluationId, glyphs }: ChangeContext): Promise<void> {
  await db
    .updateTable('evaluations')
    .set({ glyphs: JSON.stringify(glyphs.glyphs) })
    .where('evaluation_id', '=', evaluationId)
    .execute();
}

/** @returns whether the scope got a new base */
async function publishScope(
  db: Kysely<Database>,
  scope: string,
  gone: readonly GoneAccount[],
  { evaluationId, now, revisions }: ChangeContext,
): Promise<boolean> {
  const changed: ChangedScope = { evaluationId, scope, revision: revisions.get(scope) ?? 1, now };
  const published = await db
    .selectFrom('published_scopes')
    .select('base_accounts')
    .where('evaluation_id', '=', evaluationId)
    .where('scope', '=', scope)
    .executeTakeFirst();
  const inBase = published?.base_accounts ?? 0;
  const { differing } = await db
    .selectFrom('base_rows')
    .select(({ fn }) => fn.countAll<number>().as('differing'))
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow();
  if (Number(differing) > inBase * REBASE_SHARE) {
    await db.deleteFrom('base_rows').where('scope', '=', scope).execute();
    await db.deleteFrom('change_lines').where('scope', '=', scope).execute();
    await storeBase(db, changed);
    return true;
  }
  if (gone.length > 0) await removeFromBase(db, changed, gone);
  await storeChanges(db, changed);
  await db
    .updateTable('published_scopes')
    .set({
      accounts: await countAccounts(db, scope),
      base_accounts: inBase - gone.length,
      revision: changed.revision,
    })
    .where('evaluation_id', '=', evaluationId)
    .where('scope', '=', scope)
    .execute();
  return false;
}
