import type { Kysely } from 'kysely';
import { type LayerParts, type Manifest, PROTOCOL_VERSION } from '../../lib/contract/manifest.ts';
import { lastDayOf } from '../../lib/util/month.ts';
import {
  companyOf,
  currentEvaluation,
  manifestVersion,
  publishedScopes,
} from '../publish/current-evaluation.ts';
import type { Caller } from '../store/caller.ts';
import type { Database } from '../store/schema.ts';

/** All the caller may hold and where its parts are; null before the first publication. */
export async function buildManifest(db: Kysely<Database>, caller: Caller): Promise<Manifest | null> {
  const company = await companyOf(db);
  const evaluation = await currentEvaluation(db);
  if (!company || !evaluation) return null;
  const { policy_words, glyphs } = await db
    .selectFrom('evaluations')
    .select(['policy_words', 'glyphs'])
    .where('evaluation_id', '=', evaluation.evaluation_id)
    .executeTakeFirstOrThrow();
  const scopes = await publishedScopes(db, evaluation.evaluation_id);
  const layers = await layersByScope(db, evaluation.evaluation_id, scopes);
  return {
    protocol: PROTOCOL_VERSION,
    version: manifestVersion(company, evaluation, scopes, caller),
    company: company.name,
    currency: company.currency,
    evaluation: {
      id: evaluation.evaluation_id,
      asOf: lastDayOf(evaluation.as_of),
      policyVersion: evaluation.policy_version,
      publishedAt: evaluation.published_at.toISOString(),
    },
    policy: policy_words,
    glyphs,
    scopes: [...layers].map(([scope, parts]) => ({ scope, name: scope, layers: parts })),
  };
}

/** Only the caller's: row-level security shows no other references. */
async function layersByScope(
  db: Kysely<Database>,
  evaluationId: string,
  scopes: readonly { scope: string; accounts: number }[],
): Promise<Map<string, LayerParts[]>> {
  const refs = await db
    .selectFrom('part_refs')
    .select(['scope', 'layer', 'list', 'kind', 'digest', 'bytes', 'count', 'first', 'last'])
    .where('evaluation_id', '=', evaluationId)
    .where('retired_at', 'is', null)
    .orderBy('scope')
    .orderBy('layer', 'desc')
    .orderBy('position')
    .orderBy('first')
    .execute();
  const layers = new Map<string, LayerParts[]>(scopes.map(({ scope }) => [scope, []]));
  const accounts = new Map(scopes.map((scope) => [scope.scope, scope.accounts]));
  for (const { scope, layer, list, ...ref } of refs) {
    const ofScope = layers.get(scope);
    if (ofScope === undefined) continue;
    let parts = ofScope.find((known) => known.layer === layer);
    if (!parts) {
      parts = { layer, accounts: accounts.get(scope) ?? 0, base: [], changes: [] };
      ofScope.push(parts);
    }
    parts[list].push(ref);
  }
  return layers;
}
