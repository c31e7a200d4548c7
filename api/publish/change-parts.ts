import type { Kysely } from 'kysely';
import { LAYERS, type Layer, type PartRef } from '../../lib/contract/manifest.ts';
import type { Database } from '../store/schema.ts';
import type { Part } from './digested.ts';
import { hashRanges } from './hash-ranges.ts';
import { glyphPart, searchPart } from './index-parts.ts';
import { rangeOf } from './part-line.ts';
import { CHANGED_SIZES } from './part-sizes.ts';
import { segmentPart } from './segment-part.ts';
import { storePart } from './store-parts.ts';

const PAGE = 20_000;

/** A scope whose changes are to be published, and the number of this publication of it. */
export interface ChangedScope {
  evaluationId: string;
  scope: string;
  revision: number;
  now: Date;
}

/**
 * Makes the parts of all that differs from a scope's base; those whose range holds nothing new stay as they are,
 * those that nothing names any more are retired.
 */
export async function storeChanges(db: Kysely<Database>, changed: ChangedScope): Promise<void> {
  const { evaluationId, scope, now } = changed;
  for (const layer of LAYERS) {
    const active = await db
      .selectFrom('part_refs')
      .select(['kind', 'first', 'last', 'count', 'digest'])
      .where('evaluation_id', '=', evaluationId)
      .where('scope', '=', scope)
      .where('layer', '=', layer)
      .where('list', '=', 'changes')
      .where('retired_at', 'is', null)
      .execute();
    const known = new Map(active.map((ref) => [rangeName(ref), ref.digest]));
    const kept = new Set<string>();
    for (const kind of ['segment', 'glyphs', 'search'] as const) {
      for await (const lines of hashRanges(linesOf(db, scope, layer, kind), CHANGED_SIZES[kind])) {
        const range = { layer, kind, count: lines.length, ...rangeOf(lines) };
        const digest = known.get(rangeName(range));
        const isOld = lines.every(({ fresh }) => !fresh);
        kept.add(isOld && digest !== undefined ? digest : await storeRange(db, changed, range));
      }
    }
    const gone = active.filter(({ digest }) => !kept.has(digest)).map(({ digest }) => digest);
    if (gone.length === 0) continue;
    await db
      .updateTable('part_refs')
      .set({ retired_at: now })
      .where('evaluation_id', '=', evaluationId)
      .where('scope', '=', scope)
      .where('layer', '=', layer)
      .where('digest', 'in', gone)
      .execute();
  }
  await db
    .updateTable('change_lines')
    .set({ fresh: false })
    .where('scope', '=', scope)
    .where('fresh', '=', true)
    .execute();
}

interface Range {
  layer: Layer;
  kind: PartRef['kind'];
  count: number;
  first: string;
  last: string;
}

/** A range with the same ends and number of lines, none of them new, is the same: what had gone would be missing. */
const rangeName = ({ kind, count, first, last }: Omit<Range, 'layer'>): string =>
  `${kind} ${first} ${last} ${count}`;

/** Which lines there are, without what they say. */
async function* linesOf(db: Kysely<Database>, scope: string, layer: Layer, kind: PartRef['kind']) {
  for (let after = ''; ; ) {
    const page = await db
      .selectFrom('change_lines')
      .select(({ fn }) => ['hash', fn<boolean>('bool_or', ['fresh']).as('fresh')])
      .where('scope', '=', scope)
      .where('layer', '=', layer)
      .where('kind', '=', kind)
      .where('hash', '>', after)
      .groupBy('hash')
      .orderBy('hash')
      .limit(PAGE)
      .execute();
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.hash;
  }
}

async function storeRange(
  db: Kysely<Database>,
  { evaluationId, scope }: ChangedScope,
  { layer, kind, first, last }: Range,
): Promise<string> {
  const lines = await db
    .selectFrom('change_lines')
    .select(['hash', 'body as text'])
    // A record key that has gone from one account may have come to another.
    .distinctOn('hash')
    .where('scope', '=', scope)
    .where('layer', '=', layer)
    .where('kind', '=', kind)
    .where('hash', '>=', first)
    .where('hash', '<=', last)
    .orderBy('hash')
    .orderBy('gone')
    .execute();
  const part = partOf(kind, lines, { first, last });
  await storePart(db, { evaluationId, scope, layer, list: 'changes', position: 0 }, part);
  return part.ref.digest;
}

function partOf(
  kind: PartRef['kind'],
  lines: readonly { hash: string; text: string }[],
  range: { first: string; last: string },
): Part {
  switch (kind) {
    case 'segment':
      return segmentPart(lines);
    case 'glyphs':
      return glyphPart(lines.map(({ hash, text }) => ({ hash, glyph: Number(text) })));
    case 'search':
      return searchPart(
        lines.map(({ hash, text }) => ({ hash, name: JSON.parse(text) as string | null })),
        range,
      );
  }
}
