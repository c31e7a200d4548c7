import type { LayerParts, Manifest, PartRef } from '../contract/manifest.ts';
import type { Names } from '../contract/parts/names.ts';
import type { PartReader } from './part-reader.ts';
import { layersOf } from './row-reader.ts';
import { type ScopeNames, SearchIndex } from './search-index.ts';

/** The names of all scopes, those that have changed instead of the base's. */
export async function loadSearch(manifest: Manifest, reader: PartReader): Promise<SearchIndex> {
  const scopes = await Promise.all(layersOf(manifest, 'words').map((layer) => namesOf(layer, reader)));
  return new SearchIndex(scopes.filter((names) => names !== null));
}

/** Null while a part is lost: until all is fetched again the scope is not searched, an old name would be worse. */
async function namesOf({ base, changes }: LayerParts, reader: PartReader): Promise<ScopeNames | null> {
  const [ofBase, ofChanges] = await Promise.all([readAll(base, reader), readAll(changes, reader)]);
  return ofBase === null || ofChanges === null ? null : { base: ofBase, changes: ofChanges };
}

async function readAll(refs: readonly PartRef[], reader: PartReader): Promise<Names[] | null> {
  const parts = refs.filter(({ kind }) => kind === 'search').map((ref) => reader.names(ref));
  const read = (await Promise.all(parts)).filter((names) => names !== null);
  return read.length === parts.length ? read : null;
}
