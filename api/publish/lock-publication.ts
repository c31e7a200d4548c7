import { type Kysely, sql } from 'kysely';
import type { Database } from '../store/schema.ts';

/**
 * One publication at a time, whoever starts it. A lock on a table is no query: what is read afterwards is of the
 * moment after the wait.
 */
export async function lockPublication(db: Kysely<Database>): Promise<void> {
  await sql`lock table base_rows in exclusive mode`.execute(db);
}
