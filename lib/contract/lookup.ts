import { z } from 'zod';
import { MoneyRow } from './money-row.ts';
import { WordsRow } from './words-row.ts';

/** Largest number of record keys in one look-up, in a message and on the wire. */
export const MAX_LOOKUP_KEYS = 200;

/** `POST /v1/lookup`: read-through for records asked for while the first sync still runs. */
export const LookupRequest = z.object({ keys: z.array(z.string().max(2_000)).max(MAX_LOOKUP_KEYS) });
export type LookupRequest = z.infer<typeof LookupRequest>;

/** Unknown and forbidden keys are both simply absent. */
export const LookupResponse = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      /** Index into the manifest's `glyphs`. */
      glyph: z.int().min(0),
      words: WordsRow,
      money: MoneyRow.nullable(),
    }),
  ),
});
export type LookupResponse = z.infer<typeof LookupResponse>;
