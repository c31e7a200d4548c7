/** What both engines offer to one transaction: parameterised queries and COPY in. */
export interface Connection {
  query<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ rows: Row[]; affected: number }>;
  /** Runs `COPY table (columns) FROM` with chunks in PostgreSQL's text format. */
  copyIn(table: string, columns: readonly string[], chunks: AsyncIterable<string>): Promise<void>;
}

/** One way to keep a PostgreSQL dialect: embedded or on a server. */
export interface Backend {
  kind: 'pglite' | 'postgres';
  /** Gives one connection to `work` alone until it ends. */
  withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
