import type { Manifest } from '../contract/manifest.ts';
import type { PartReader } from './part-reader.ts';
import { layersOf } from './row-reader.ts';
import { parseSearchLines, SearchIndex } from './search-index.ts';

/** The names of all scopes, those that have changed instead of the base's. */
export async function loadSearch(manifest: Manifest, reader: PartReader): Promise<SearchIndex> {
  const scopes: string[][] = [];
  for (const { base, changes } of layersOf(manifest, 'words')) {
    const texts: (string | null)[] = [];
    for (const ref of [...base, ...changes]) {
      if (ref.kind === 'search') texts.push(await reader.text(ref));
    }
    // Until all is fetched again the scope is not searched: an old name would be worse.
    scopes.push(texts.includes(null) ? [] : (texts as string[]));
  }
  return new SearchIndex(scopes.flatMap(parseSearchLines));
}
