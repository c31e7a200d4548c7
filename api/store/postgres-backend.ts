import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { UserError } from '../user-error.ts';
import type { Backend, Connection } from './connection.ts';

const INT8 = 20;
const DATE = 1082;
const OLDEST_VERSION = 150_000;

/** A PostgreSQL server from version 15 on. */
export async function openPostgres(databaseUrl: string): Promise<Backend> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, types: { getTypeParser } });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  await checkVersion(pool, databaseUrl);
  return {
    kind: 'postgres',
    async withConnection(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        return await work(connectionOf(client, () => (broken = true)));
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function connectionOf(client: pg.PoolClient, markBroken: () => void): Connection {
  return {
    async query<Row>(sql: string, parameters: readonly unknown[]) {
      const result = await client.query(sql, [...parameters]);
      return { rows: result.rows as Row[], affected: result.rowCount ?? 0 };
    },
    async copyIn(table, columns, chunks) {
      const target = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
      try {
        await pipeline(Readable.from(chunks), target);
      } catch (error) {
        // After a failed COPY the protocol state is uncertain: do not reuse the connection.
        markBroken();
        throw error;
      }
    },
  };
}

/** Dates stay text (`YYYY-MM-DD`); bigint cents are safe integers by the import's limits. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return Number;
  if (oid === DATE) return (text: string) => text;
  return pg.types.getTypeParser(oid, format as 'text');
}

async function checkVersion(pool: pg.Pool, databaseUrl: string): Promise<void> {
  const where = hideCredentials(databaseUrl);
  try {
    const { rows } = await pool.query('show server_version_num');
    if (Number(rows[0].server_version_num) >= OLDEST_VERSION) return;
  } catch (error) {
    await pool.end();
    throw new UserError(
      `The database ${where} cannot be reached (${(error as Error).message}). Check DATABASE_URL, or unset it to use the embedded store.`,
    );
  }
  await pool.end();
  throw new UserError(`The database ${where} is older than PostgreSQL 15. Use PostgreSQL 15 or newer.`);
}

function hideCredentials(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  return url ? `${url.host || 'local socket'}${url.pathname}` : 'in DATABASE_URL';
}
