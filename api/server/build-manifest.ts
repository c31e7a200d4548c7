import type { Kysely } from 'kysely';
import { type LayerParts, type Manifest, PROTOCOL_VERSION } from '../../lib/contract/manifest.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { lastDayOf } from '../../lib/util/month.ts';
import type { Caller } from '../store/caller.ts';
import type { Database } from '../store/schema.ts';
import { companyOf, currentEvaluation, manifestVersion } from './current-evaluation.ts';

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
  const layers = await layersByScope(db, evaluation.evaluation_id);
  return {
    protocol: PROTOCOL_VERSION,
    version: manifestVersion(company, evaluation, caller),
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
    scopes: [...layers.keys()]
      .sort(byCodeUnit)
      .map((scope) => ({ scope, name: scope, layers: layers.get(scope) ?? [] })),
  };
}

/** Only the caller's: row-level security shows no other references. */
async function layersByScope(db: Kysely<Database>, evaluationId: string): Promise<Map<string, LayerParts[]>> {
  const counts = new Map(
    (
      await db
        .selectFrom('words_rows')
        .select(({ fn }) => ['territory', fn.countAll<number>().as('accounts')])
        .groupBy('territory')
        .execute()
    ).map(({ territory, accounts }) => [territory, Number(accounts)]),
  );
  const refs = await db
    .selectFrom('part_refs')
    .select(['scope', 'layer', 'kind', 'digest', 'bytes', 'count', 'first', 'last'])
    .where('evaluation_id', '=', evaluationId)
    .orderBy('scope')
    .orderBy('layer', 'desc')
    .orderBy('position')
    .execute();
  const layers = new Map<string, LayerParts[]>();
  for (const { scope, layer, ...ref } of refs) {
    const ofScope = layers.get(scope) ?? [];
    layers.set(scope, ofScope);
    let parts = ofScope.find((known) => known.layer === layer);
    if (!parts) {
      parts = { layer, accounts: counts.get(scope) ?? 0, base: [], changes: [] };
      ofScope.push(parts);
    }
    parts.base.push(ref);
  }
  return layers;
}
