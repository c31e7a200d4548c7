import { gunzipSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { PartRef } from '../../lib/contract/manifest.ts';
import type { Database } from '../store/schema.ts';
import { glyphEntries, glyphPart, searchPart, segmentPart } from './build-parts.ts';
import type { ChangedScope } from './change-parts.ts';
import type { Part } from './gzip-part.ts';
import { storePart } from './store-parts.ts';

/** An account that a base still holds and its scope no longer has. */
export interface GoneAccount {
  id: string;
  /** Of the record keys it has in the base. */
  hashes: readonly string[];
}

/**
 * Makes the parts of a base anew that hold accounts its scope no longer has: who has lost an account shall not keep
 * it, not even sealed and unread. The parts as they were can no longer be fetched.
 */
export async function removeFromBase(
  db: Kysely<Database>,
  { evaluationId, scope }: ChangedScope,
  gone: readonly GoneAccount[],
): Promise<void> {
  const ids = new Set(gone.map(({ id }) => id));
  const hashes = new Set(gone.flatMap((account) => account.hashes));
  const holds = ({ kind, first, last }: Pick<PartRef, 'kind' | 'first' | 'last'>) =>
    kind === 'search' || [...hashes].some((hash) => first <= hash && hash <= last);
  const refs = await db
    .selectFrom('part_refs')
    .select(['layer', 'kind', 'position', 'digest', 'count', 'first', 'last'])
    .where('evaluation_id', '=', evaluationId)
    .where('scope', '=', scope)
    .where('list', '=', 'base')
    .where('retired_at', 'is', null)
    .execute();
  for (const { layer, position, ...ref } of refs.filter(holds)) {
    const { bytes } = await db
      .selectFrom('parts')
      .select('bytes')
      .where('digest', '=', ref.digest)
      .executeTakeFirstOrThrow();
    const left = without(ref.kind, gunzipSync(bytes), { ids, hashes });
    if (left?.ref.count === ref.count) continue;
    await db
      .deleteFrom('part_refs')
      .where('evaluation_id', '=', evaluationId)
      .where('scope', '=', scope)
      .where('layer', '=', layer)
      .where('digest', '=', ref.digest)
      .execute();
    if (left) await storePart(db, { evaluationId, scope, layer, list: 'base', position }, left);
  }
}

/** Parts that a scope has published before: who has lost an account shall not fetch it from there. */
export async function dropFormerParts(
  db: Kysely<Database>,
  { evaluationId, scope }: Pick<ChangedScope, 'evaluationId' | 'scope'>,
): Promise<void> {
  await db
    .deleteFrom('part_refs')
    .where('scope', '=', scope)
    .where(({ eb, or }) => or([eb('retired_at', 'is not', null), eb('evaluation_id', '<>', evaluationId)]))
    .execute();
}

/** A part without the accounts; null where nothing is left. */
function without(
  kind: PartRef['kind'],
  plain: Buffer,
  { ids, hashes }: { ids: ReadonlySet<string>; hashes: ReadonlySet<string> },
): Part | null {
  if (kind === 'glyphs') {
    const entries = glyphEntries(plain).filter(({ hash }) => !hashes.has(hash));
    return entries.length === 0 ? null : glyphPart(entries);
  }
  const lines = plain
    .toString()
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => ({ text, ...(JSON.parse(text) as { h: string; id?: string }) }))
    .filter(({ h, id }) => (kind === 'search' ? !ids.has(id ?? '') : !hashes.has(h)))
    .map(({ h, text }) => ({ hash: h, text }));
  if (lines.length === 0) return null;
  return kind === 'search' ? searchPart(lines) : segmentPart(lines);
}
