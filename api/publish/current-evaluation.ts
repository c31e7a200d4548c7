import type { Kysely } from 'kysely';
import { PROTOCOL_VERSION } from '../../lib/contract/manifest.ts';
import type { Caller } from '../store/caller.ts';
import type { Database } from '../store/schema.ts';
import { hashOf } from './canonical-json.ts';

/** The evaluation published last, or null before the first. */
export function currentEvaluation(db: Kysely<Database>) {
  return db
    .selectFrom('evaluations')
    .select(['evaluation_id', 'published_at', 'as_of', 'policy_version'])
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function companyOf(db: Kysely<Database>) {
  return db.selectFrom('company').select(['name', 'currency']).executeTakeFirst();
}

/** What the caller's scopes have published, by name; row-level security shows no others. */
export function publishedScopes(db: Kysely<Database>, evaluationId: string) {
  return db
    .selectFrom('published_scopes')
    .select(['scope', 'accounts', 'revision'])
    .where('evaluation_id', '=', evaluationId)
    .orderBy('scope')
    .execute();
}

/** Version of the caller's manifest: all that a manifest is made from, so rights, evaluation and changes since. */
export function manifestVersion(
  company: { name: string; currency: string },
  evaluation: { evaluation_id: string; published_at: Date },
  published: readonly { scope: string; revision: number }[],
  { scopes, layers }: Caller,
): string {
  const { evaluation_id, published_at } = evaluation;
  const revisions = published.map(({ scope, revision }) => [scope, revision]);
  const parts = [PROTOCOL_VERSION, company, evaluation_id, published_at.toISOString(), revisions];
  return hashOf([...parts, scopes, layers]).slice(0, 32);
}
