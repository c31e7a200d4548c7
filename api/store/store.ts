import { Kysely } from 'kysely';
import type { Backend, Connection } from './connection.ts';
import { type CopyValue, copyText } from './copy-text.ts';
import type { Database } from './schema.ts';
import { sessionDialect } from './session-dialect.ts';

/** Role that answers HTTP requests: row-level security limits it to what the settings grant. */
export const WEB_ROLE = 'tierlens_web';

/** One transaction of the owner: imports, publications, commands. */
export interface Session {
  db: Kysely<Database>;
  /** Fills a table from rows by COPY. */
  copy(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
  ): Promise<void>;
}

export interface Store {
  kind: 'pglite' | 'postgres';
  /** All or nothing, as the owner of the data. Never nested: the embedded store has one connection. */
  write<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** All or nothing, as the web role with the given `app.*` settings. */
  restricted<T>(
    settings: Readonly<Record<string, string>>,
    work: (db: Kysely<Database>) => Promise<T>,
  ): Promise<T>;
  /** Tells others who find the directory locked where the server listens. */
  announcePort(port: number): Promise<void>;
  close(): Promise<void>;
}

/** A store on any backend; `lock` is what a directory needs besides (nothing on a server). */
export function createStore(
  backend: Backend,
  lock: { announcePort(port: number): Promise<void>; release(): Promise<void> },
): Store {
  return {
    kind: backend.kind,
    write: (work) =>
      inTransaction(backend, (connection) =>
        work({
          db: kyselyOn(connection),
          copy: (table, columns, rows) => connection.copyIn(table, columns, copyText(rows)),
        }),
      ),
    restricted: (settings, work) =>
      inTransaction(backend, async (connection) => {
        await enterRole(connection, settings);
        return work(kyselyOn(connection));
      }),
    announcePort: (port) => lock.announcePort(port),
    async close() {
      await backend.close();
      await lock.release();
    },
  };
}

function inTransaction<T>(backend: Backend, work: (connection: Connection) => Promise<T>): Promise<T> {
  return backend.withConnection(async (connection) => {
    await connection.query('begin', []);
    try {
      const result = await work(connection);
      await connection.query('commit', []);
      return result;
    } catch (error) {
      await connection.query('rollback', []).catch(() => undefined);
      throw error;
    }
  });
}

/** `SET LOCAL` with parameters: nothing of a request is ever part of an SQL text, all ends with the transaction. */
async function enterRole(connection: Connection, settings: Readonly<Record<string, string>>): Promise<void> {
  const entries = [...Object.entries(settings), ['role', WEB_ROLE] as const];
  const calls = entries.map((_, i) => `set_config($${i * 2 + 1}, $${i * 2 + 2}, true)`);
  await connection.query(`select ${calls.join(', ')}`, entries.flat());
}

function kyselyOn(connection: Connection): Kysely<Database> {
  return new Kysely<Database>({ dialect: sessionDialect(connection) });
}
