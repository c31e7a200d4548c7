/** The value of a request, once it is there. @throws DOMException where it fails */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export interface Opening {
  name: string;
  version: number;
  /** Brings what an older version has left into this one's shape. @param from that version; 0: there was nothing */
  upgrade: (database: IDBDatabase, from: number, transaction: IDBTransaction) => void;
  /** The browser has closed the database, or another client waits to change or remove it: it is to be closed. */
  onClosed: () => void;
}

/**
 * Opens a database; one that a newer version of the extension has left is opened as it is.
 * @throws DOMException where it cannot be opened
 */
export async function openDatabase({ name, version, upgrade, onClosed }: Opening): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = ({ oldVersion }) =>
    upgrade(request.result, oldVersion, request.transaction as IDBTransaction);
  const database = await answerOf(request).catch((error: DOMException) => {
    if (error.name !== 'VersionError') throw error;
    return answerOf(indexedDB.open(name));
  });
  database.onclose = onClosed;
  database.onversionchange = onClosed;
  return database;
}

/** Removes a database, once everybody has closed it. */
export async function deleteDatabase(name: string): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(name));
}

/**
 * Runs work in a transaction and waits for its end. Where the work fails, nothing of it is kept.
 * @param durability 'strict': it is on the disk when it has ended
 */
export async function transact<T>(
  database: IDBDatabase,
  stores: readonly string[],
  durability: 'strict' | 'relaxed',
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, 'readwrite', { durability });
  const end = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was given up'));
  });
  // Whoever waits for the work hears of its failure first.
  end.catch(() => {});
  try {
    const result = await work(transaction);
    await end;
    return result;
  } catch (error) {
    giveUp(transaction);
    throw error;
  }
}

function giveUp(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
