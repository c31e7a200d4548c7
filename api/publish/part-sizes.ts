import type { Layer, PartRef } from '../../lib/contract/manifest.ts';

/**
 * Most entries of one part of a base, aliases counted: about 60 KB compressed. Each part costs client and server some
 * work of its own, and one is what is read to show one account.
 */
export const BASE_SIZES: Readonly<Record<Layer, Record<Exclude<PartRef['kind'], 'search'>, number>>> = {
  words: { segment: 2_048, glyphs: 8_192 },
  money: { segment: 512, glyphs: 0 },
};

/** The same among changes: a part is fetched anew with every change in its range. */
export const CHANGED_SIZES: Readonly<Record<PartRef['kind'], number>> = {
  segment: 160,
  glyphs: 2_048,
  search: 2_048,
};
