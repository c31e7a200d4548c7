import { createHash } from 'node:crypto';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { GLYPH_GONE, type Layer, type LayerParts, type PartRef } from '../../lib/contract/manifest.ts';
import { joinGlyphs } from '../../lib/contract/parts/glyph-shard.ts';
import { withCount } from '../../lib/contract/parts/gzip-count.ts';
import { joinNames } from '../../lib/contract/parts/names.ts';
import { joinSegment } from '../../lib/contract/parts/segment.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import { normaliseName } from '../../lib/util/normalise-name.ts';
import { sampleMoney, sampleWords } from './sample-rows.ts';

export interface FakeAccount {
  id: string;
  name: string;
  /** Record keys, the account's own first. */
  keys: string[];
  /** Index into `sampleGlyphs`. */
  glyph?: number;
  db3?: number;
}

/** Parts by digest, as a server holds them. */
export type PartStore = Map<string, Uint8Array<ArrayBuffer>>;

/** Packs one layer of a scope the way the contract says; slow and obvious, to check the reader against. */
export function buildLayer(
  store: PartStore,
  layer: Layer,
  accounts: readonly FakeAccount[],
  segmentLines = 4,
): PartRef[] {
  const lines = accounts.flatMap((account) => linesOf(layer, account));
  const refs = segments(store, lines, segmentLines);
  if (layer === 'words')
    refs.push(glyphShard(store, glyphsOf(accounts)), searchPart(store, searchNames(accounts)));
  return refs;
}

/** Packs what a layer of a scope says otherwise than its base, what is gone included. */
export function buildChanges(
  store: PartStore,
  layer: Layer,
  base: readonly FakeAccount[],
  accounts: readonly FakeAccount[],
): PartRef[] {
  const linesIn = (list: readonly FakeAccount[]) => list.flatMap((account) => linesOf(layer, account));
  const refs = segments(
    store,
    differing(linesIn(base), linesIn(accounts), (h) => ({ h, row: null })),
    4,
  );
  if (layer === 'money') return refs;
  const glyphs = differing(glyphsOf(base), glyphsOf(accounts), (h) => ({ h, glyph: GLYPH_GONE }));
  if (glyphs.length > 0) refs.push(glyphShard(store, glyphs));
  const names = differing(searchNames(base), searchNames(accounts), (h) => ({ h, name: null }));
  if (names.length > 0) refs.push(searchPart(store, names));
  return refs;
}

/** Entries of `now` that `before` has not or has otherwise; `gone` makes those it had and `now` has not. */
function differing<T extends { h: string }>(
  before: readonly T[],
  now: readonly T[],
  gone: (h: string) => T,
): T[] {
  const had = new Map(before.map((entry) => [entry.h, JSON.stringify(entry)]));
  const has = new Set(now.map(({ h }) => h));
  return [
    ...now.filter((entry) => had.get(entry.h) !== JSON.stringify(entry)),
    ...[...had.keys()].filter((h) => !has.has(h)).map(gone),
  ];
}

type Line = { h: string; row?: unknown; to?: string };

function segments(store: PartStore, unsorted: readonly Line[], segmentLines: number): PartRef[] {
  const lines = [...unsorted].sort(byHash);
  const refs: PartRef[] = [];
  for (let at = 0; at < lines.length; at += segmentLines) {
    const some = lines.slice(at, at + segmentLines);
    refs.push(segment(store, some));
  }
  return refs;
}

export function layerParts(
  layer: Layer,
  accounts: number,
  base: PartRef[],
  changes: PartRef[] = [],
): LayerParts {
  return { layer, accounts, base, changes };
}

function linesOf(layer: Layer, account: FakeAccount): Line[] {
  const [own, ...others] = account.keys.map(hash64);
  const row =
    layer === 'words'
      ? sampleWords(account.id, account.name, account.keys, account.glyph)
      : sampleMoney(account.id, account.db3 ?? 0);
  return [{ h: own as string, row }, ...others.map((h) => ({ h, to: own as string }))];
}

/** Two blocks where there is more than one line. */
function segment(store: PartStore, lines: readonly Line[]): PartRef {
  const half = Math.ceil(lines.length / 2);
  const first = Buffer.from(lines.slice(0, half).map(textOf).join(''));
  const rest = lines.slice(half);
  const blocks = [
    { first: lines[0]?.h ?? '', bytes: deflateRawSync(first, { finishFlush: constants.Z_SYNC_FLUSH }) },
  ];
  if (rest.length > 0) {
    const bytes = deflateRawSync(rest.map(textOf).join(''), { dictionary: first });
    blocks.push({ first: rest[0]?.h as string, bytes });
  }
  return put(store, 'segment', joinSegment(lines.length, first.length, blocks), lines.length, range(lines));
}

/** A row of words says by its keys where it stands. */
function textOf({ h, ...line }: Line): string {
  const saysItself = typeof line.row === 'object' && line.row !== null && 'keys' in line.row;
  return `${JSON.stringify(saysItself ? line : { h, ...line })}\n`;
}

type GlyphEntry = { h: string; glyph: number };

const glyphsOf = (accounts: readonly FakeAccount[]): GlyphEntry[] =>
  accounts.flatMap(({ keys, glyph = 1 }) => keys.map((key) => ({ h: hash64(key), glyph })));

function glyphShard(store: PartStore, unsorted: readonly GlyphEntry[]): PartRef {
  const entries = [...unsorted].sort(byHash);
  const planes = joinGlyphs(entries.map(({ h, glyph }) => ({ hash: h, glyph })));
  return put(store, 'glyphs', zipped(planes, entries.length), entries.length, range(entries));
}

type SearchName = { h: string; name: string | null };

const searchNames = (accounts: readonly FakeAccount[]): SearchName[] =>
  accounts.map(({ name, keys }) => ({ h: hash64(keys[0] as string), name }));

function searchPart(store: PartStore, unsorted: readonly SearchName[]): PartRef {
  const order = ({ name }: SearchName) => normaliseName(name ?? '');
  const names = [...unsorted].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const bytes = joinNames(names.map(({ h, name }) => ({ hash: h, name })));
  return put(store, 'search', zipped(bytes, names.length), names.length, { first: '', last: '' });
}

const zipped = (plain: Uint8Array, count: number) => withCount(gzipSync(plain), count);

function put(
  store: PartStore,
  kind: PartRef['kind'],
  bytes: Uint8Array<ArrayBuffer>,
  count: number,
  { first, last }: { first: string; last: string },
): PartRef {
  const digest = createHash('sha256').update(bytes).digest('hex');
  store.set(digest, bytes);
  return { digest, kind, bytes: bytes.byteLength, count, first, last };
}

const byHash = (a: { h: string }, b: { h: string }): number => (a.h < b.h ? -1 : a.h > b.h ? 1 : 0);
const range = (lines: readonly { h: string }[]) => ({
  first: lines[0]?.h ?? '',
  last: lines.at(-1)?.h ?? '',
});
