import { sql } from 'kysely';
import type { Month } from '../../lib/engine/types.ts';
import { lastDayOf } from '../../lib/util/month.ts';
import { revenueVariable } from '../facts/advisor-facts.ts';
import { careOutside } from '../facts/care-outside.ts';
import { checkVocabulary } from '../facts/check-vocabulary.ts';
import { moneyKindsOf } from '../import/import-context.ts';
import { policyInForce } from '../policy/policy-in-force.ts';
import type { Session, Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { advisorSource } from './advisor-source.ts';
import { evaluationDates } from './as-of.ts';
import { buildRows } from './build-rows.ts';
import { buildScopes } from './build-scopes.ts';
import { hashOf, hashOfAll } from './canonical-json.ts';
import { companyFigures } from './company-figures.ts';
import { readDirectory } from './directory.ts';
import { evaluate } from './evaluate.ts';
import { prune, storeParts, storeRows } from './store-publication.ts';

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
    const company = await companyCurrency(session);
    const dates = await evaluationDates(db, options.now, options.asOf);
    const day = lastDayOf(dates.asOf);
    const { document, policy, words } = await policyInForce(db, day, options.policyPath);
    checkCurrency(company, policy.currency);
    const kinds = moneyKindsOf(document.contributionLevels);
    await checkVocabulary(db, policy, kinds);
    const directory = await readDirectory(db);
    const { input, options: given, portfolio } = await evaluate(db, policy, kinds, dates);
    const outside = await careOutside(db, policy, dates.asOf);
    const advisor = advisorSource(policy, dates.asOf, input.accounts, await revenueVariable(db, dates.asOf));
    const { rows, glyphs } = buildRows(portfolio, directory, words, advisor);
    const hashes = {
      input: hashOfAll([input.dates, input.coverage, outside, ...input.accounts]),
      policy: hashOf(document),
      // Names, people and record keys are part of the rows.
      result: hashOfAll([words, glyphs, ...rows]),
    };
    const evaluationId = `${dates.asOf}-${hashOf(hashes).slice(0, 16)}`;
    const summary = {
      evaluationId,
      asOf: lastDayOf(dates.asOf),
      policyVersion: policy.version,
      accounts: rows.length,
      scopes: directory.scopes.length,
    };
    const current = await currentEvaluation(session);
    if (current === evaluationId)
      return { ...summary, ...(await storedParts(session, current)), unchanged: true };
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
        glyphs: JSON.stringify(glyphs),
      })
      .execute();
    await db
      .insertInto('evaluation_summaries')
      .values({
        evaluation_id: evaluationId,
        summary: JSON.stringify(companyFigures(portfolio, input.accounts, given, outside)),
      })
      .execute();
    await storeRows(session, rows);
    const parts = await storeParts(session, evaluationId, buildScopes(directory.scopes, rows));
    await prune(session);
    return { ...summary, ...parts, unchanged: false };
  });
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

async function currentEvaluation({ db }: Session): Promise<string | null> {
  const row = await db
    .selectFrom('evaluations')
    .select('evaluation_id')
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.evaluation_id ?? null;
}

async function storedParts({ db }: Session, evaluationId: string) {
  const { parts, bytes } = await db
    .selectFrom('part_refs')
    .select(({ fn }) => [fn.countAll<number>().as('parts'), fn.sum<number>('bytes').as('bytes')])
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirstOrThrow();
  return { parts: Number(parts), bytes: Number(bytes ?? 0), newParts: 0 };
}
