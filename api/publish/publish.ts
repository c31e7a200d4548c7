import { type Kysely, sql } from 'kysely';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { Portfolio } from '../../lib/engine/assessment.ts';
import type { Month } from '../../lib/engine/types.ts';
import { lastDayOf } from '../../lib/util/month.ts';
import { revenueVariable } from '../facts/advisor-facts.ts';
import { careOutside } from '../facts/care-outside.ts';
import { checkVocabulary } from '../facts/check-vocabulary.ts';
import { checkBaseRates } from '../facts/fx-shift.ts';
import { moneyKindsOf } from '../import/import-context.ts';
import { policyInForce } from '../policy/policy-in-force.ts';
import type { Database } from '../store/schema.ts';
import type { Session, Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { advisorSource } from './advisor-source.ts';
import { evaluationDates } from './as-of.ts';
import { type RowBuilder, rowBuilder } from './build-rows.ts';
import { createListHash, hashOf, hashOfAll } from './canonical-json.ts';
import { companyFigures } from './company-figures.ts';
import { currentEvaluation } from './current-evaluation.ts';
import { readDirectory, readScopes } from './directory.ts';
import { evaluate } from './evaluate.ts';
import { lockPublication } from './lock-publication.ts';
import { prune, storeBase } from './store-parts.ts';
import { checkKeyHashes, clearRows, copyRows } from './store-rows.ts';

export interface PublishOptions {
  /** A closed month; the last one with figures unless told. */
  asOf?: Month;
  /** A file to judge by instead of the version in force. */
  policyPath?: string;
  now: Date;
}

export interface Published {
  evaluationId: string;
  /** Figures up to this day, `YYYY-MM-DD`. */
  asOf: string;
  policyVersion: string;
  accounts: number;
  scopes: number;
  parts: number;
  newParts: number;
  bytes: number;
  /** True where the same evaluation stood published already: nothing was changed. */
  unchanged: boolean;
}

/**
 * Judges all accounts at a closed month and publishes the result as rows and parts, in one transaction. The same
 * figures, policy and month give the same evaluation, byte for byte.
 * @throws UserError where there is nothing to publish, the currencies differ or two record keys collide
 */
export async function publish(store: Store, options: PublishOptions): Promise<Published> {
  return store.write(async (session) => {
    const { db } = session;
    // All pages of facts must be of one moment, whatever is imported meanwhile.
    await sql`set transaction isolation level repeatable read`.execute(db);
    await lockPublication(db);
    const company = await companyCurrency(session);
    const dates = await evaluationDates(db, options.now, options.asOf);
    const day = lastDayOf(dates.asOf);
    const { document, policy, words } = await policyInForce(db, day, options.policyPath);
    checkCurrency(company, policy.currency);
    const kinds = moneyKindsOf(document.contributionLevels);
    await checkVocabulary(db, policy, kinds);
    await checkBaseRates(db, policy);
    const { input, options: given, portfolio } = await evaluate(db, policy, kinds, dates);
    const outside = await careOutside(db, policy, dates.asOf);
    const advisor = advisorSource(policy, dates.asOf, input.accounts, await revenueVariable(db, dates.asOf));
    const rows = rowBuilder(portfolio, words, advisor);
    const current = (await currentEvaluation(db))?.evaluation_id ?? null;
    const isWhole = !(await hasChanges(db));
    await sql`savepoint before_rows`.execute(db);
    const hashes = {
      input: hashOfAll([input.dates, input.coverage, outside, ...input.accounts]),
      policy: hashOf(document),
      result: await storeRows(session, portfolio, rows, words),
    };
    const evaluationId = `${dates.asOf}-${hashOf(hashes).slice(0, 16)}`;
    const scopes = await readScopes(db);
    const summary = {
      evaluationId,
      asOf: day,
      policyVersion: policy.version,
      accounts: portfolio.accounts.length,
      scopes: scopes.length,
    };
    if (current === evaluationId && isWhole) {
      await sql`rollback to savepoint before_rows`.execute(db);
      return { ...summary, ...(await storedParts(db, current)), unchanged: true };
    }
    await db.deleteFrom('evaluations').where('evaluation_id', '=', evaluationId).execute();
    await db
      .insertInto('evaluations')
      .values({
        evaluation_id: evaluationId,
        published_at: options.now,
        as_of: dates.asOf,
        policy_version: policy.version,
        input_hash: hashes.input,
        policy_hash: hashes.policy,
        result_hash: hashes.result,
        policy_words: JSON.stringify(words),
        glyphs: JSON.stringify(rows.glyphs),
        care_until: dates.careUntil,
        policy_document: JSON.stringify(document),
      })
      .execute();
    await db
      .insertInto('evaluation_summaries')
      .values({
        evaluation_id: evaluationId,
        summary: JSON.stringify(companyFigures(portfolio, input.accounts, given, outside)),
      })
      .execute();
    const parts = { parts: 0, bytes: 0, newParts: 0 };
    for (const scope of scopes) {
      const stored = await storeBase(db, { evaluationId, scope, revision: 0, now: options.now });
      parts.parts += stored.parts;
      parts.bytes += stored.bytes;
      parts.newParts += stored.newParts;
    }
    await prune(db, options.now);
    return { ...summary, ...parts, unchanged: false };
  });
}

/** Accounts whose rows are made and copied in one go. */
const PAGE = 1_000;

/** Replaces the published rows, a page at a time. @returns hash of all of them; names, people and keys are part of it */
async function storeRows(
  session: Session,
  { accounts }: Portfolio,
  builder: RowBuilder,
  words: PolicyWords,
): Promise<string> {
  const { db } = session;
  const hash = createListHash();
  hash.add(words);
  hash.add(builder.glyphs);
  await clearRows(db);
  for (let at = 0; at < accounts.length; at += PAGE) {
    const page = accounts.slice(at, at + PAGE);
    const directory = await readDirectory(
      db,
      page.map(({ id }) => id),
    );
    const rows = builder.rowsOf(page, directory);
    for (const row of rows) hash.add(row);
    await copyRows(session, rows);
  }
  // The embedded store has no process that would refresh the planner's statistics.
  await sql`analyze words_rows, money_rows, published_keys`.execute(db);
  await checkKeyHashes(db);
  return hash.digest();
}

/** Whether anything has changed since the base was published. */
async function hasChanges(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`
    select 1 where exists (select 1 from base_rows) or exists (select 1 from changed_accounts)`.execute(db);
  return rows.length > 0;
}

async function companyCurrency({ db }: Session): Promise<string> {
  const company = await db.selectFrom('company').select('currency').executeTakeFirst();
  if (!company) throw new UserError('There are no figures yet. Import some first (tierlens import).');
  return company.currency;
}

function checkCurrency(company: string, policyCurrency: string): void {
  if (company === policyCurrency) return;
  throw new UserError(
    `The books are kept in ${company}, the amounts of the policy in ${policyCurrency}. Name a policy in ${company} with --policy (a copy of policy/abcz-ladder.yaml with its amounts revised).`,
  );
}

async function storedParts(db: Kysely<Database>, evaluationId: string) {
  const { parts, bytes } = await db
    .selectFrom('part_refs')
    .select(({ fn }) => [fn.countAll<number>().as('parts'), fn.sum<number>('bytes').as('bytes')])
    .where('evaluation_id', '=', evaluationId)
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { parts: Number(parts), bytes: Number(bytes ?? 0), newParts: 0 };
}
