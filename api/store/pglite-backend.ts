import { PGlite, types } from '@electric-sql/pglite';
import type { Backend, Connection } from './connection.ts';
import { createMutex } from './mutex.ts';

/** Dates stay text (`YYYY-MM-DD`), as on a server; bigint cents are safe integers by the import's limits. */
const PARSERS = { [types.DATE]: (text: string) => text, [types.INT8]: Number };

/**
 * PostgreSQL in WASM. It has one connection only, so a mutex gives it to one transaction at a time.
 * @param directory where it keeps its files; null keeps all in memory
 * @param copyOf what a new database starts as: the files of another, as a tar archive
 */
export async function openPglite(directory: string | null, copyOf?: Blob): Promise<Backend> {
  const pglite = await PGlite.create({
    dataDir: directory ?? 'memory://',
    parsers: PARSERS,
    ...(copyOf ? { loadDataDir: copyOf } : {}),
  });
  const exclusively = createMutex();
  const connection: Connection = {
    async query<Row>(sql: string, parameters: readonly unknown[]) {
      const result = await pglite.query<Row>(sql, [...parameters]);
      return { rows: result.rows, affected: result.affectedRows ?? 0 };
    },
    async copyIn(table, columns, chunks) {
      for await (const chunk of chunks) {
        await pglite.query(`copy ${table} (${columns.join(', ')}) from '/dev/blob'`, [], {
          blob: new Blob([chunk]),
        });
      }
    },
  };
  return {
    kind: 'pglite',
    withConnection: (work) => exclusively(() => work(connection)),
    close: () => exclusively(() => pglite.close()),
  };
}
