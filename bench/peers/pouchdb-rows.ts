import PouchDB from 'pouchdb-browser';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { fetchRows } from './fetch-lines.ts';
import type { Peer } from './peer.ts';

const BATCH = 2_000;

/** PouchDB over IndexedDB; the first record key is the id, old revisions go at once. */
export function pouchdbRows(): Peer {
  const database = new PouchDB<{ row: WordsRow }>('pouchdb-rows', { auto_compaction: true, revs_limit: 1 });
  const idOf = (row: WordsRow) => row.keys[0] as string;
  return {
    async sync(origin) {
      for await (const rows of fetchRows(`${origin}/lines`, BATCH)) {
        await database.bulkDocs(rows.map((row) => ({ _id: idOf(row), row })));
      }
    },
    async update(url) {
      for await (const rows of fetchRows(url, BATCH)) {
        const known = await database.allDocs({ keys: rows.map(idOf) });
        const revisions = known.rows.map((found) => found.value?.rev);
        await database.bulkDocs(
          rows.map((row, i) => {
            const _rev = revisions[i];
            return { _id: idOf(row), row, ...(_rev === undefined ? {} : { _rev }) };
          }),
        );
      }
    },
    find: async (key) => (await database.get(key).catch(() => null))?.row ?? null,
    async findMany(keys) {
      const { rows } = await database.allDocs({ keys: [...keys], include_docs: true });
      return rows.filter((found) => found.doc !== undefined).length;
    },
  };
}
