import { Change, type StoreName } from '../../lib/cache/database.ts';
import { answerOf, transact } from '../../lib/util/indexed-db.ts';

/** Reads and changes a database behind its owner's back, as it lies there: one transaction over all of its stores. */
export async function inRawDatabase<T>(
  name: string,
  work: (raw: Change, stores: StoreName[]) => Promise<T>,
): Promise<T> {
  const database = await answerOf(indexedDB.open(name));
  const stores = [...database.objectStoreNames] as StoreName[];
  try {
    return await transact(database, stores, 'relaxed', (transaction) =>
      work(new Change(transaction), stores),
    );
  } finally {
    database.close();
  }
}
