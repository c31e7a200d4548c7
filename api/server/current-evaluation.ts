import type { Kysely } from 'kysely';
import { PROTOCOL_VERSION } from '../../lib/contract/manifest.ts';
import { hashOf } from '../publish/canonical-json.ts';
import type { Caller } from '../store/caller.ts';
import type { Database } from '../store/schema.ts';

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

/** Version of the caller's manifest: all that a manifest is made from, so rights and evaluation. */
export function manifestVersion(
  company: { name: string; currency: string },
  evaluation: { evaluation_id: string; published_at: Date },
  { scopes, layers }: Caller,
): string {
  const { evaluation_id, published_at } = evaluation;
  return hashOf([PROTOCOL_VERSION, company, evaluation_id, published_at.toISOString(), scopes, layers]).slice(
    0,
    32,
  );
}
