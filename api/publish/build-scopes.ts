import type { Layer } from '../../lib/contract/manifest.ts';
import { buildGlyphShards, buildSearchIndex, buildSegments, type PartAccount } from './build-parts.ts';
import type { AccountRows } from './build-rows.ts';
import type { Part } from './gzip-part.ts';
import { createKeyHashes } from './key-hashes.ts';

export interface ScopeLayer {
  scope: string;
  layer: Layer;
  parts: Part[];
}

/** All parts of a publication, one list per territory and layer; the glyph and search indexes are words. */
export function* buildScopes(scopes: readonly string[], rows: readonly AccountRows[]): Generator<ScopeLayer> {
  const hashOfKey = createKeyHashes();
  for (const scope of scopes) {
    const own = rows.filter(({ territory }) => territory === scope);
    const byId = new Map(own.map((row) => [row.id, row]));
    const accounts = own.map(
      ({ id, glyph, words }): PartAccount => ({
        id,
        name: words.name,
        keys: words.keys,
        hashes: words.keys.map(hashOfKey),
        glyph,
      }),
    );
    yield {
      scope,
      layer: 'words',
      parts: [
        ...buildSegments(accounts, (id) => byId.get(id)?.words),
        ...buildGlyphShards(accounts),
        ...buildSearchIndex(accounts),
      ],
    };
    yield { scope, layer: 'money', parts: buildSegments(accounts, (id) => byId.get(id)?.money) };
  }
}
