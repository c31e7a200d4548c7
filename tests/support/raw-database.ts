import { Change } from '../../lib/cache/database.ts';
import { answerOf, transact } from '../../lib/util/indexed-db.ts';

/** Reads and changes a database behind its owner's back, as it lies there: one transaction over all of its stores. */
export async function inRawDatabase<T>(name: string, work: (raw: Change) => Promise<T>): Promise<T> {
  const database = await answerOf(indexedDB.open(name));
  const stores = [...database.objectStoreNames];
  try {
    return await transact(database, stores, 'relaxed', (transaction) => work(new Change(transaction)));
  } finally {
    database.close();
  }
}
