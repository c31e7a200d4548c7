import type { Me } from '../../lib/contract/me.ts';
import type { DueEntry } from '../../lib/contract/notes.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { recordAddress } from './record-address.ts';
import type { Worker } from './worker.ts';

/** Most records looked at: a list longer than that is no list to work through. */
const MOST = 1_000;

const known = new WeakMap<Worker, { version: string; user: string; rows: WordsRow[] }>();

/** Best customers with care owed, those with most owed first. */
export async function dueList(worker: Worker, limit: number): Promise<DueEntry[]> {
  const { me } = worker;
  const version = worker.cache.visible?.manifest.version;
  if (me === null || version === undefined) return [];
  let found = known.get(worker);
  if (found?.version !== version || found.user !== me.user) {
    found = { version, user: me.user, rows: await dueRows(worker, me) };
    known.set(worker, found);
  }
  const entries = found.rows.slice(0, limit).map(async ({ id, name, tier, owed, keys }) => {
    const key = keys[0] ?? '';
    const address = await recordAddress(worker, keys);
    return { id, name, tier, owed, key, url: address?.page ?? null };
  });
  return Promise.all(entries);
}

async function dueRows(worker: Worker, me: Me): Promise<WordsRow[]> {
  const rows = new Map<string, WordsRow>();
  for (const hash of await worker.cache.hashesOfGlyphs(({ due }) => due, MOST)) {
    const row = await worker.cache.wordsByHash(hash);
    // The glyph may be the base's while the row is newer.
    if (row?.due && isMine(row, me)) rows.set(row.id, row);
  }
  const owed = (row: WordsRow) => row.owed.reduce((sum, [, count]) => sum + count, 0);
  return [...rows.values()].sort((a, b) => owed(b) - owed(a) || byCodeUnit(a.name, b.name));
}

/** Leads and operations look at their territories, everybody else at the customers they own or stand in for. */
function isMine({ owner, deputy }: WordsRow, { role, user, name }: Me): boolean {
  if (role === 'lead' || role === 'operations') return true;
  return [owner, deputy].some((person) =>
    person?.id === undefined ? person?.name === name : person.id === user,
  );
}
