import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Connection } from './connection.ts';

/**
 * Kysely on one connection that already stands in a transaction: begin, commit and rollback belong to the
 * store, so that no query can ever run outside the transaction whose role and settings it was meant for.
 */
export function sessionDialect(connection: Connection): Dialect {
  return {
    createDriver: () => createDriver(connection),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

function createDriver(connection: Connection): Driver {
  const kyselyConnection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affected } = await connection.query<R>(query.sql, query.parameters);
      return { rows, numAffectedRows: BigInt(affected) };
    },
    // biome-ignore lint/correctness/useYield: large results are paged by key, never streamed
    async *streamQuery() {
      throw new Error('Page by key instead of streaming.');
    },
  };
  const nothing = async () => {};
  return {
    init: nothing,
    acquireConnection: async () => kyselyConnection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: async () => {
      await kyselyConnection.executeQuery(CompiledQuery.raw('rollback'));
    },
    releaseConnection: nothing,
    destroy: nothing,
  };
}
