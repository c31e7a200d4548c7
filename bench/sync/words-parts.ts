import {
  aliasLine,
  type GlyphEntry,
  glyphPart,
  type PartLine,
  rowLine,
  SEGMENT_LINES,
  SHARD_ENTRIES,
  searchPart,
  searchText,
  segmentPart,
} from '../../api/publish/build-parts.ts';
import type { Part } from '../../api/publish/gzip-part.ts';
import { hashRanges } from '../../api/publish/hash-ranges.ts';
import { nameRanges } from '../../api/publish/name-ranges.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import { normaliseName } from '../../lib/util/normalise-name.ts';
import type { GeneratedAccount } from './rows.ts';

/** Words of a territory, cut and packed by the functions the API publishes with, from rows at hand instead of a database. */
export async function* wordsParts(accounts: readonly GeneratedAccount[]): AsyncGenerator<Part> {
  const lines: PartLine[] = [];
  const glyphs: GlyphEntry[] = [];
  for (const { words, glyph } of accounts) {
    const [home = '', ...aliases] = words.keys.map(hash64);
    lines.push(rowLine(home, words), ...aliases.map((alias) => aliasLine(alias, home)));
    for (const hash of [home, ...aliases]) glyphs.push({ hash, glyph });
  }
  for await (const range of hashRanges([byHash(lines)], SEGMENT_LINES)) yield segmentPart(range);
  for await (const range of hashRanges([byHash(glyphs)], SHARD_ENTRIES)) yield glyphPart(range);
  for await (const range of nameRanges([byName(accounts)])) yield searchPart(range);
}

function byHash<T extends { hash: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => byCodeUnit(a.hash, b.hash));
}

function byName(accounts: readonly GeneratedAccount[]): PartLine[] {
  return accounts
    .map(({ words: { id, name, keys } }) => ({
      order: normaliseName(name),
      id,
      name,
      home: hash64(keys[0] ?? ''),
    }))
    .sort((a, b) => byCodeUnit(a.order, b.order) || byCodeUnit(a.id, b.id))
    .map(({ id, name, home }) => ({ hash: home, text: searchText(home, id, name) }));
}
