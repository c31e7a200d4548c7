import type { LayerParts, Manifest } from '../contract/manifest.ts';
import type { Names } from '../contract/parts/names.ts';
import type { PartReader } from './part-reader.ts';
import { layersOf } from './row-reader.ts';
import { SearchIndex } from './search-index.ts';

/** The names of all scopes, those that have changed instead of the base's. */
export async function loadSearch(manifest: Manifest, reader: PartReader): Promise<SearchIndex> {
  const scopes = await Promise.all(layersOf(manifest, 'words').map((layer) => namesOf(layer, reader)));
  return new SearchIndex(scopes.filter((names) => names !== null));
}

/** Null while a part is lost: until all is fetched again the scope is not searched, an old name would be worse. */
async function namesOf({ base, changes }: LayerParts, reader: PartReader) {
  const [ofBase, ofChanges] = await Promise.all(
    [base, changes].map((refs) =>
      Promise.all(refs.filter(({ kind }) => kind === 'search').map((ref) => reader.names(ref))),
    ),
  );
  const all = [...(ofBase ?? []), ...(ofChanges ?? [])];
  if (all.includes(null)) return null;
  return { base: ofBase as Names[], changes: ofChanges as Names[] };
}
