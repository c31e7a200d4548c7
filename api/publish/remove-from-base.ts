import type { Kysely } from 'kysely';
import type { PartRef } from '../../lib/contract/manifest.ts';
import { hashOfLine, parseSegmentLine } from '../../lib/contract/parts/segment-line.ts';
import type { Database } from '../store/schema.ts';
import type { ChangedScope } from './change-parts.ts';
import type { Part } from './digested.ts';
import { glyphEntries, glyphPart, nameEntries, searchPart } from './index-parts.ts';
import { segmentPart, segmentTexts } from './segment-part.ts';
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
    const left = without(ref, bytes, hashes);
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
  { kind, count }: Pick<PartRef, 'kind' | 'count'>,
  bytes: Uint8Array,
  hashes: ReadonlySet<string>,
): Part | null {
  switch (kind) {
    case 'glyphs': {
      const entries = glyphEntries(bytes, count).filter(({ hash }) => !hashes.has(hash));
      return entries.length === 0 ? null : glyphPart(entries);
    }
    case 'search': {
      const entries = nameEntries(bytes, count).filter(({ hash }) => !hashes.has(hash));
      return entries.length === 0 ? null : searchPart(entries);
    }
    case 'segment': {
      const lines = segmentTexts(bytes)
        .map((text) => ({ text, hash: hashOfLine(parseSegmentLine(text) ?? {}) ?? '' }))
        .filter(({ hash }) => !hashes.has(hash));
      return lines.length === 0 ? null : segmentPart(lines);
    }
  }
}
