import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Layer, LayerParts, PartRef } from '../../lib/contract/manifest.ts';
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
  const lines = accounts.flatMap((account) => linesOf(layer, account)).sort(byHash);
  const refs: PartRef[] = [];
  for (let at = 0; at < lines.length; at += segmentLines) {
    const some = lines.slice(at, at + segmentLines);
    const text = some.map((line) => `${JSON.stringify(line)}\n`).join('');
    refs.push(put(store, 'segment', Buffer.from(text), some.length, range(some)));
  }
  if (layer === 'words') refs.push(glyphShard(store, accounts), searchPart(store, accounts));
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

function linesOf(layer: Layer, account: FakeAccount): { h: string; row?: unknown; to?: string }[] {
  const [own, ...others] = account.keys.map(hash64);
  const row =
    layer === 'words'
      ? sampleWords(account.id, account.name, account.keys, account.glyph)
      : sampleMoney(account.id, account.db3 ?? 0);
  return [{ h: own as string, row }, ...others.map((h) => ({ h, to: own as string }))];
}

function glyphShard(store: PartStore, accounts: readonly FakeAccount[]): PartRef {
  const entries = accounts
    .flatMap(({ keys, glyph = 1 }) => keys.map((key) => ({ h: hash64(key), glyph })))
    .sort(byHash);
  const bytes = Buffer.alloc(entries.length * 10);
  entries.forEach(({ h, glyph }, index) => {
    bytes.write(h, index * 10, 'hex');
    bytes.writeUInt16BE(glyph, index * 10 + 8);
  });
  return put(store, 'glyphs', bytes, entries.length, range(entries));
}

function searchPart(store: PartStore, accounts: readonly FakeAccount[]): PartRef {
  const lines = accounts
    .map(({ id, name, keys }) => ({ h: hash64(keys[0] as string), id, n: name }))
    .sort((a, b) => (normaliseName(a.n) < normaliseName(b.n) ? -1 : 1));
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return put(store, 'search', Buffer.from(text), lines.length, { first: '', last: '' });
}

function put(
  store: PartStore,
  kind: PartRef['kind'],
  plain: Buffer,
  count: number,
  { first, last }: { first: string; last: string },
): PartRef {
  const bytes = new Uint8Array(gzipSync(plain));
  const digest = createHash('sha256').update(bytes).digest('hex');
  store.set(digest, bytes);
  return { digest, kind, bytes: bytes.byteLength, count, first, last };
}

const byHash = (a: { h: string }, b: { h: string }): number => (a.h < b.h ? -1 : a.h > b.h ? 1 : 0);
const range = (lines: readonly { h: string }[]) => ({
  first: lines[0]?.h ?? '',
  last: lines.at(-1)?.h ?? '',
});
