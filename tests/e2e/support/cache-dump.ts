import type { Page } from '@playwright/test';

/**
 * Everything the extension keeps in its databases and storage areas as one text, compressed parts unpacked.
 * `page` is any page of the extension.
 */
export function dumpCache(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const out: string[] = [];
    const unpack = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
      if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Response(stream).text();
    };
    const add = async (value: unknown): Promise<void> => {
      if (value instanceof ArrayBuffer) out.push(await unpack(new Uint8Array(value)));
      else if (ArrayBuffer.isView(value)) {
        out.push(
          await unpack(new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength)),
        );
      } else if (value instanceof Blob) out.push(await unpack(new Uint8Array(await value.arrayBuffer())));
      else if (Array.isArray(value) || value instanceof Map || value instanceof Set) {
        for (const entry of value) await add(entry);
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, entry] of Object.entries(value)) {
          out.push(key);
          await add(entry);
        }
      } else out.push(String(value));
    };
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const target = db.transaction(store).objectStore(store);
        await add(await Promise.all([done(target.getAllKeys()), done(target.getAll())]));
      }
      db.close();
    }
    for (const area of [chrome.storage.local, chrome.storage.session, chrome.storage.sync]) {
      await add(await area.get(null));
    }
    return out.join('\n');
  });
}
