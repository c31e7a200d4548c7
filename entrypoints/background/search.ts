import type { SearchHit } from '../../lib/contract/page-messages.ts';
import { mayShow } from './view.ts';
import type { Worker } from './worker.ts';

/** Accounts by name; those whose row cannot be read are left out. */
export async function searchAccounts(worker: Worker, text: string, limit: number): Promise<SearchHit[]> {
  if (!mayShow(worker)) return [];
  const entries = await worker.cache.search(text, limit);
  const hits = await Promise.all(
    entries.map(async ({ hash, name }): Promise<SearchHit | null> => {
      const row = await worker.cache.wordsByHash(hash);
      const key = row?.keys[0];
      return row === null || key === undefined ? null : { id: row.id, name, key, tier: row.tier };
    }),
  );
  return hits.filter((hit) => hit !== null);
}
