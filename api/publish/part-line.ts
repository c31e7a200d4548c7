import type { Layer } from '../../lib/contract/manifest.ts';

/** One line of a segment, as it is written. */
export interface PartLine {
  hash: string;
  text: string;
}

/** A row stands under the hash of the account's first record key; one of words says by its keys which that is. */
export const rowLine = (layer: Layer, hash: string, row: unknown): PartLine => ({
  hash,
  text: JSON.stringify(layer === 'words' ? { row } : { h: hash, row }),
});
/** A further key leads to the first one. */
export const aliasLine = (hash: string, home: string): PartLine => ({
  hash,
  text: JSON.stringify({ h: hash, to: home }),
});
/** Among changes: what the base has and the scope has no longer. */
export const goneRow = (hash: string): PartLine => ({ hash, text: JSON.stringify({ h: hash, row: null }) });

export function rangeOf(entries: readonly { hash: string }[]): { first: string; last: string } {
  return { first: entries[0]?.hash ?? '', last: entries.at(-1)?.hash ?? '' };
}
