import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GLYPH_GONE, type Manifest, type PartRef } from '../contract/manifest.ts';
import { type GlyphEntry, GlyphShard, joinGlyphs } from '../contract/parts/glyph-shard.ts';
import { hash64, lanesOfHash } from '../util/hash64.ts';
import { GlyphIndex } from './glyph-index.ts';
import type { PartReader } from './part-reader.ts';
import { ResolvedGlyphs } from './resolved-glyphs.ts';
import { ShardList } from './shard-list.ts';

const KEYS = Array.from({ length: 24 }, (_, i) => `samplecrm:-:account:${i}`);
const KNOWN = 8;

/** What one list says of some keys, cut into shards. */
const glyph = fc.oneof({ arbitrary: fc.nat(KNOWN), weight: 4 }, fc.constant(GLYPH_GONE));
const list = fc.record({
  says: fc.dictionary(fc.constantFrom(...KEYS), glyph),
  shards: fc.integer({ min: 1, max: 3 }),
});
const scopes = fc.array(fc.record({ changes: list, base: list }), { minLength: 1, maxLength: 3 });

interface Made {
  refs: PartRef[];
  shards: GlyphShard[];
}

let made = 0;
function shardsOf({ says, shards }: { says: Record<string, number>; shards: number }): Made {
  const entries: GlyphEntry[] = Object.entries(says)
    .map(([key, glyph]) => ({ hash: hash64(key), glyph }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const size = Math.ceil(entries.length / shards) || 1;
  const pieces = Array.from({ length: shards }, (_, i) => entries.slice(i * size, (i + 1) * size));
  const filled = pieces.filter(({ length }) => length > 0);
  return {
    refs: filled.map((piece) => ({
      digest: `${++made}`.padStart(64, '0'),
      kind: 'glyphs' as const,
      bytes: 1,
      count: piece.length,
      first: piece[0]?.hash ?? '',
      last: piece.at(-1)?.hash ?? '',
    })),
    shards: filled.map((piece) => new GlyphShard(joinGlyphs(piece), piece.length)),
  };
}

const listOf = ({ refs, shards }: Made): ShardList => {
  const list = new ShardList(refs);
  refs.forEach((ref, i) => void list.keep(ref, shards[i] as GlyphShard));
  return list;
};

it('a table says of every record what the lists say one after the other', () => {
  fc.assert(
    fc.property(scopes, (all) => {
      const lists = all.map(({ changes, base }) =>
        [changes, base].map((one) => listOf(shardsOf(one))).filter(({ isEmpty }) => !isEmpty),
      );
      const resolved = new ResolvedGlyphs(lists);
      for (let i = 0; i < 100 && resolved.table === null; i++) resolved.grow(100);
      for (const key of [...KEYS, 'another']) {
        const said = all.map(({ changes, base }) => changes.says[key] ?? base.says[key] ?? GLYPH_GONE);
        const { high, low } = lanesOfHash(hash64(key));
        expect(resolved.table?.find(high, low)).toBe(said.find((glyph) => glyph !== GLYPH_GONE) ?? -1);
      }
    }),
  );
});

it('the index answers the same before and after it has its table', async () => {
  await fc.assert(
    fc.asyncProperty(scopes, async (all) => {
      const shards = new Map<PartRef, GlyphShard>();
      const manifest = {
        glyphs: Array.from({ length: KNOWN }),
        scopes: all.map(({ changes, base }, i) => {
          const [changed, first] = [changes, base].map(shardsOf) as [Made, Made];
          for (const one of [changed, first])
            one.refs.forEach((ref, n) => void shards.set(ref, one.shards[n] as GlyphShard));
          return { scope: `${i}`, layers: [{ layer: 'words', changes: changed.refs, base: first.refs }] };
        }),
      } as unknown as Manifest;
      const reader = { shard: async (ref: PartRef) => shards.get(ref) ?? null } as unknown as PartReader;
      const index = new GlyphIndex(manifest, reader);
      const before = await index.find(KEYS);
      for (let i = 0; i < 60; i++) expect(await index.find(KEYS)).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

it('is not made for a few keys, before all is in memory, or of a very large index', () => {
  const some = () => shardsOf({ says: Object.fromEntries(KEYS.map((key) => [key, 1])), shards: 2 });
  const few = new ResolvedGlyphs([[listOf(some())]]);
  for (let i = 0; i < 10; i++) few.grow(10);
  expect(few.table).toBeNull();
  const partly = new ResolvedGlyphs([[listOf(some()), new ShardList(some().refs)]]);
  for (let i = 0; i < 10; i++) partly.grow(1_000);
  expect(partly.table).toBeNull();
  const { refs, shards } = some();
  const large = new ResolvedGlyphs([
    [listOf({ refs: refs.map((ref) => ({ ...ref, count: 800_000 })), shards })],
  ]);
  for (let i = 0; i < 10; i++) large.grow(1_000);
  expect(large.table).toBeNull();
});
