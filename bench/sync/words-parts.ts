import type { Part } from '../../api/publish/digested.ts';
import { hashRanges } from '../../api/publish/hash-ranges.ts';
import { glyphPart, searchPart } from '../../api/publish/index-parts.ts';
import { nameRanges } from '../../api/publish/name-ranges.ts';
import { aliasLine, type PartLine, rowLine } from '../../api/publish/part-line.ts';
import { BASE_SIZES } from '../../api/publish/part-sizes.ts';
import { segmentPart } from '../../api/publish/segment-part.ts';
import type { GlyphEntry } from '../../lib/contract/parts/glyph-shard.ts';
import type { NameEntry } from '../../lib/contract/parts/names.ts';
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
    lines.push(rowLine('words', home, words), ...aliases.map((alias) => aliasLine(alias, home)));
    for (const hash of [home, ...aliases]) glyphs.push({ hash, glyph });
  }
  for await (const range of hashRanges([byHash(lines)], BASE_SIZES.words.segment)) yield segmentPart(range);
  for await (const range of hashRanges([byHash(glyphs)], BASE_SIZES.words.glyphs)) yield glyphPart(range);
  for await (const range of nameRanges([byName(accounts)])) yield searchPart(range);
}

function byHash<T extends { hash: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => byCodeUnit(a.hash, b.hash));
}

function byName(accounts: readonly GeneratedAccount[]): NameEntry[] {
  return accounts
    .map(({ words: { id, name, keys } }) => ({
      order: normaliseName(name),
      id,
      name,
      hash: hash64(keys[0] ?? ''),
    }))
    .sort((a, b) => byCodeUnit(a.order, b.order) || byCodeUnit(a.id, b.id))
    .map(({ hash, name }) => ({ hash, name }));
}
