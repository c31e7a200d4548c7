import {
  aliasLine,
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
import type { AccountRows } from '../../api/publish/store-rows.ts';
import type { Layer } from '../../lib/contract/manifest.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import { normaliseName } from '../../lib/util/normalise-name.ts';

const SEARCH_LINES = 1_024;

/** Words of territories as the API publishes them, from rows at hand instead of a database. */
export function* buildScopes(
  scopes: readonly string[],
  rows: readonly AccountRows[],
): Generator<{ scope: string; layer: Layer; parts: Part[] }> {
  for (const scope of scopes) {
    const own = rows.filter(({ territory }) => territory === scope);
    const lines: PartLine[] = [];
    const glyphs: { hash: string; glyph: number }[] = [];
    for (const { words, glyph } of own) {
      const hashes = words.keys.map(hash64);
      const home = hashes[0] as string;
      lines.push(rowLine(home, words), ...hashes.slice(1).map((alias) => aliasLine(alias, home)));
      for (const hash of hashes) glyphs.push({ hash, glyph });
    }
    const names = own
      .map(({ words: { id, name, keys } }) => ({
        order: normaliseName(name),
        id,
        name,
        home: hash64(keys[0] ?? ''),
      }))
      .sort((a, b) => byCodeUnit(a.order, b.order) || byCodeUnit(a.id, b.id))
      .map(({ id, name, home }) => ({ hash: home, text: searchText(home, id, name) }));
    yield {
      scope,
      layer: 'words',
      parts: [
        ...ranges(lines, SEGMENT_LINES).map(segmentPart),
        ...ranges(glyphs, SHARD_ENTRIES).map(glyphPart),
        ...Array.from({ length: Math.ceil(names.length / SEARCH_LINES) }, (_, i) =>
          searchPart(names.slice(i * SEARCH_LINES, (i + 1) * SEARCH_LINES)),
        ),
      ],
    };
  }
}

/** The ranges of `hashRanges`, of entries that are all at hand. */
function ranges<T extends { hash: string }>(entries: readonly T[], limit: number): T[][] {
  const sorted = [...entries].sort((a, b) => byCodeUnit(a.hash, b.hash));
  const halve = (from: number, to: number, low: bigint, size: bigint): T[][] => {
    if (from === to) return [];
    if (to - from <= limit) return [sorted.slice(from, to)];
    const middle = low + size / 2n;
    const bound = middle.toString(16).padStart(16, '0');
    let at = from;
    while (at < to && (sorted[at] as T).hash < bound) at++;
    return [...halve(from, at, low, size / 2n), ...halve(at, to, middle, size / 2n)];
  };
  return halve(0, sorted.length, 0n, 2n ** 64n);
}
