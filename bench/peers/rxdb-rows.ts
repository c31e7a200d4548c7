import { createRxDatabase, type RxCollection } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { fetchRows } from './fetch-lines.ts';
import type { Peer } from './peer.ts';

const BATCH = 2_000;
const text = { type: 'string' } as const;

/** It has no index over the items of a list: the first record key is the primary key, the name is indexed. */
const SCHEMA = {
  version: 0,
  primaryKey: 'key',
  type: 'object',
  properties: {
    key: { ...text, maxLength: 200 },
    name: { ...text, maxLength: 200 },
    row: { type: 'object' },
  },
  required: ['key', 'name', 'row'],
  indexes: ['name'],
} as const;

interface Document {
  key: string;
  name: string;
  row: WordsRow;
}

/** RxDB over its Dexie storage, with the settings its documentation names for speed. */
export function rxdbRows(): Peer {
  let opened: Promise<RxCollection<Document>> | null = null;
  const open = () => {
    opened ??= createRxDatabase({
      name: 'rxdb-rows',
      storage: getRxStorageDexie(),
      multiInstance: false,
      eventReduce: false,
    })
      .then((database) => database.addCollections({ rows: { schema: SCHEMA } }))
      .then(({ rows }) => rows as unknown as RxCollection<Document>);
    return opened;
  };
  const documents = (rows: readonly WordsRow[]): Document[] =>
    rows.map((row) => ({ key: row.keys[0] as string, name: row.name, row }));
  return {
    async sync(origin) {
      const collection = await open();
      for await (const rows of fetchRows(`${origin}/lines`, BATCH)) {
        await collection.bulkInsert(documents(rows));
      }
    },
    async update(url) {
      const collection = await open();
      for await (const rows of fetchRows(url, BATCH)) await collection.bulkUpsert(documents(rows));
    },
    async find(key) {
      const found = await (await open()).findOne(key).exec();
      return (found?.toJSON().row as WordsRow | undefined) ?? null;
    },
    async findMany(keys) {
      return (await (await open()).findByIds([...keys]).exec()).size;
    },
  };
}
