import { isDeepStrictEqual } from 'node:util';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { changedNumbers, type Edition, evaluationOf } from './publication.ts';
import { generatedAccount } from './rows.ts';

const SAMPLE = 25;

/** Numbers of accounts all over the edition, changed ones among them. */
export function sampleNumbers(edition: Edition): number[] {
  const step = Math.max(1, Math.floor(edition.accounts / SAMPLE));
  const spread = Array.from({ length: SAMPLE }, (_, i) => (i * step) % edition.accounts);
  return [...new Set([...spread, ...changedNumbers(edition).slice(0, SAMPLE)])];
}

/**
 * Reads accounts back by their last record key and compares them with the generated ones.
 * @throws Error where one is missing or another
 */
export async function checkRows(
  who: string,
  edition: Edition,
  find: (key: string) => Promise<WordsRow | null>,
  keyOf: (row: WordsRow) => string = (row) => row.keys.at(-1) as string,
): Promise<void> {
  const changed = new Set(changedNumbers(edition));
  for (const n of sampleNumbers(edition)) {
    const { words } = generatedAccount(n, evaluationOf(edition, changed, n));
    const found = await find(keyOf(words));
    if (!isDeepStrictEqual(found, words)) {
      throw new Error(`${who} does not give account ${n} back: ${JSON.stringify(found)?.slice(0, 200)}`);
    }
  }
}
