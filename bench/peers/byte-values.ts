const VALUE_BYTES = 1024 * 1024;
/** Values under way while the next one is read. */
const AHEAD = 3;

/**
 * The limit of the database: the same bytes as a sync fetches, put as values of 1 MB, and nothing else. As with a sync,
 * the last write waits for the disk, and all others with it.
 */
export async function putBytes(url: string): Promise<number> {
  const database = await openValues();
  const writes = new Set<Promise<void>>();
  let next = 0;
  let total = 0;
  const write = async (value: ArrayBuffer): Promise<void> => {
    total += value.byteLength;
    const write = put(database, next++, value).finally(() => writes.delete(write));
    writes.add(write);
    if (writes.size >= AHEAD) await Promise.race(writes);
  };
  let value = new Uint8Array(VALUE_BYTES);
  let filled = 0;
  for await (const piece of bodyOf(await fetch(url))) {
    let rest = piece;
    while (rest.length > 0) {
      const some = rest.subarray(0, VALUE_BYTES - filled);
      value.set(some, filled);
      filled += some.length;
      rest = rest.subarray(some.length);
      if (filled < VALUE_BYTES) continue;
      await write(value.buffer);
      value = new Uint8Array(VALUE_BYTES);
      filled = 0;
    }
  }
  await Promise.all(writes);
  total += filled;
  await put(database, next, value.slice(0, filled).buffer, 'strict');
  database.close();
  return total;
}

/** The limit of the line: the same bytes, read and forgotten. */
export async function readBytes(url: string): Promise<number> {
  let total = 0;
  for await (const piece of bodyOf(await fetch(url))) total += piece.length;
  return total;
}

function bodyOf(response: Response): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  return response.body;
}

function openValues(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('byte-values', 1);
    request.onupgradeneeded = () => void request.result.createObjectStore('values');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function put(
  database: IDBDatabase,
  key: number,
  value: ArrayBuffer,
  durability: IDBTransactionDurability = 'relaxed',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('values', 'readwrite', { durability });
    transaction.objectStore('values').put(value, key);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
