import { type Kysely, sql } from 'kysely';
import type { Layer } from '../../lib/contract/manifest.ts';
import type { NameEntry } from '../../lib/contract/parts/names.ts';
import type { Database } from '../store/schema.ts';
import type { Part } from './digested.ts';
import { hashRanges } from './hash-ranges.ts';
import { glyphPart, searchPart } from './index-parts.ts';
import { nameRanges } from './name-ranges.ts';
import { aliasLine, type PartLine, rowLine } from './part-line.ts';
import { BASE_SIZES } from './part-sizes.ts';
import { segmentPart } from './segment-part.ts';

/** Rows per round trip. */
const PAGE = 500;
const ENTRIES_PER_PAGE = 20_000;

/**
 * The parts of a scope's base, made one after the other from the published rows: no more than a page of rows and
 * one part are in memory, however large the scope is. The glyph and search indexes are words.
 */
export async function* baseParts(db: Kysely<Database>, scope: string, layer: Layer): AsyncGenerator<Part> {
  const { segment, glyphs: shard } = BASE_SIZES[layer];
  for await (const lines of hashRanges(rowLines(db, scope, layer), segment)) yield segmentPart(lines);
  if (layer === 'money') return;
  for await (const entries of hashRanges(glyphs(db, scope), shard)) yield glyphPart(entries);
  for await (const entries of nameRanges(names(db, scope))) yield searchPart(entries);
}

async function* rowLines(db: Kysely<Database>, scope: string, layer: Layer): AsyncGenerator<PartLine[]> {
  for (let after = ''; ; ) {
    const page = await db
      .selectFrom('published_keys as k')
      .select(['k.hash', 'k.home', rowOf(layer).as('data')])
      .where('k.territory', '=', scope)
      .where('k.hash', '>', after)
      .orderBy('k.hash')
      .limit(PAGE)
      .execute();
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map(({ hash, home, data }) =>
      hash === home ? rowLine(layer, hash, data) : aliasLine(hash, home),
    );
    after = last.hash;
  }
}

/** The row that stands under the key; null for a further key of its account. */
function rowOf(layer: Layer) {
  const table = sql.table(layer === 'words' ? 'words_rows' : 'money_rows');
  return sql<unknown>`(select r.data from ${table} r where r.account_id = k.account_id and k.hash = k.home)`;
}

async function* glyphs(db: Kysely<Database>, scope: string) {
  for (let after = ''; ; ) {
    const page = await db
      .selectFrom('published_keys as k')
      .innerJoin('words_rows as r', 'r.account_id', 'k.account_id')
      .select(['k.hash', 'r.glyph'])
      .where('k.territory', '=', scope)
      .where('k.hash', '>', after)
      .orderBy('k.hash')
      .limit(ENTRIES_PER_PAGE)
      .execute();
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.hash;
  }
}

async function* names(db: Kysely<Database>, scope: string): AsyncGenerator<NameEntry[]> {
  for (let after = { name: '', id: '' }; ; ) {
    const page = await db
      .selectFrom('words_rows')
      .select(({ ref }) => [
        'account_id',
        'home',
        'search_name',
        ref('data', '->>').key('name').$castTo<string>().as('name'),
      ])
      .where('territory', '=', scope)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('search_name', 'account_id'), '>', tuple(after.name, after.id)),
      )
      .orderBy('search_name')
      .orderBy('account_id')
      .limit(ENTRIES_PER_PAGE)
      .execute();
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map(({ home, name }) => ({ hash: home, name }));
    after = { name: last.search_name, id: last.account_id };
  }
}
