import sqlite3InitModule, { type Database, type PreparedStatement } from '@sqlite.org/sqlite-wasm';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { fetchRows } from './fetch-lines.ts';
import type { Peer } from './peer.ts';

const BATCH = 2_000;

/**
 * SQLite in WebAssembly on the origin-private file system, tuned for the load: rows by number, no journal and no
 * waiting for the disk while loading, indexes built last. Runs in a dedicated worker only.
 */
export async function sqliteRows(): Promise<Peer> {
  const sqlite = await sqlite3InitModule();
  const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'rows', initialCapacity: 8 });
  const database = new pool.OpfsSAHPoolDb('/rows.db');
  database.exec('pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive;');
  database.exec('pragma cache_size = -65536; pragma temp_store = memory;');
  database.exec('create table if not exists rows (n integer primary key, id text, name text, row text)');
  database.exec('create table if not exists keys (key text, n integer)');
  return {
    async sync(origin) {
      await load(database, `${origin}/lines`);
      database.exec('create unique index rows_by_id on rows (id)');
      database.exec('create index rows_by_name on rows (name)');
      database.exec('create index keys_by_key on keys (key)');
      database.exec('pragma journal_mode = truncate; pragma synchronous = normal');
    },
    async update(url) {
      const change = database.prepare('update rows set name = ?, row = ? where id = ?');
      for await (const rows of fetchRows(url, BATCH)) {
        database.transaction(() => {
          for (const row of rows) run(change, [row.name, JSON.stringify(row), row.id]);
        });
      }
      change.finalize();
    },
    async find(key) {
      const row = database.selectValue(
        'select row from keys join rows on rows.n = keys.n where key = ?',
        key,
      ) as string | undefined;
      return row === undefined ? null : (JSON.parse(row) as WordsRow);
    },
    async findMany(keys) {
      const places = keys.map(() => '?').join();
      const sql = `select row from keys join rows on rows.n = keys.n where key in (${places})`;
      return database.selectValues(sql, [...keys]).map((row) => JSON.parse(row as string)).length;
    },
  };
}

async function load(database: Database, url: string): Promise<void> {
  const addRow = database.prepare('insert into rows (n, id, name, row) values (?, ?, ?, ?)');
  const addKey = database.prepare('insert into keys (key, n) values (?, ?)');
  let n = 0;
  for await (const rows of fetchRows(url, BATCH)) {
    database.transaction(() => {
      for (const row of rows) {
        n++;
        run(addRow, [n, row.id, row.name, JSON.stringify(row)]);
        for (const key of row.keys) run(addKey, [key, n]);
      }
    });
  }
  addRow.finalize();
  addKey.finalize();
}

function run(statement: PreparedStatement, values: (string | number)[]): void {
  statement.bind(values).stepReset();
}
