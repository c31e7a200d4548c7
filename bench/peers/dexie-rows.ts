import Dexie, { type Table } from 'dexie';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { fetchRows } from './fetch-lines.ts';
import type { Peer } from './peer.ts';

/** Two thousand rows a transaction: more are no faster. */
const BATCH = 2_000;

class RowDatabase extends Dexie {
  declare rows: Table<WordsRow, string>;

  constructor() {
    super('dexie-rows');
    // One index for look-ups by any record key, one for search by name.
    this.version(1).stores({ rows: 'id, *keys, name' });
  }
}

/** A table with a row per account and `bulkPut`: what most projects would write. */
export function dexieRows(): Peer {
  const database = new RowDatabase();
  const put = async (url: string) => {
    for await (const rows of fetchRows(url, BATCH)) await database.rows.bulkPut(rows);
  };
  return {
    sync: (origin) => put(`${origin}/lines`),
    update: put,
    find: async (key) => (await database.rows.where('keys').equals(key).first()) ?? null,
    findMany: async (keys) =>
      (
        await database.rows
          .where('keys')
          .anyOf([...keys])
          .toArray()
      ).length,
  };
}
