import type { Page } from '@playwright/test';

/**
 * Everything the extension keeps in its databases and storage areas as one text, compressed parts unpacked.
 * `page` is any page of the extension.
 * @param unseal with the key the extension holds while somebody is signed in, open what it has sealed
 */
export function dumpCache(page: Page, unseal: boolean): Promise<string> {
  return page.evaluate(async (withKey) => {
    const out: string[] = [];
    let key: CryptoKey | null = null;
    const opened = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
      if (!key) return bytes;
      const algorithm = {
        name: 'AES-GCM',
        iv: bytes.subarray(0, 12),
        additionalData: new TextEncoder().encode(name),
      };
      const plain = await crypto.subtle.decrypt(algorithm, key, bytes.subarray(12)).catch(() => null);
      return plain ? new Uint8Array(plain) : bytes;
    };
    const unpack = async (name: string, sealed: Uint8Array<ArrayBuffer>): Promise<string> => {
      const bytes = await opened(name, sealed);
      if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Response(stream).text();
    };
    const add = async (name: string, value: unknown): Promise<void> => {
      if (value instanceof ArrayBuffer) out.push(await unpack(name, new Uint8Array(value)));
      else if (ArrayBuffer.isView(value)) {
        const { buffer, byteOffset, byteLength } = value;
        out.push(await unpack(name, new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)));
      } else if (value instanceof Blob)
        out.push(await unpack(name, new Uint8Array(await value.arrayBuffer())));
      else if (Array.isArray(value)) {
        // A record of parts names each of them in its key.
        const names = name.slice(name.indexOf('/') + 1).match(/.{32}/g) ?? [];
        for (const [index, entry] of value.entries()) await add(names[index] ?? name, entry);
      } else if (typeof value === 'object' && value !== null) {
        for (const [property, entry] of Object.entries(value)) {
          out.push(property);
          await add(name, entry);
        }
      } else out.push(String(value));
    };
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    const stored: [name: string, value: unknown][] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const target = db.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(target.getAllKeys()), done(target.getAll())]);
        for (const [index, entry] of keys.entries()) stored.push([String(entry), values[index]]);
      }
      db.close();
    }
    for (const area of [chrome.storage.local, chrome.storage.session, chrome.storage.sync]) {
      stored.push(...Object.entries(await area.get(null)));
    }
    const secret = stored
      .map(([, value]) => (value as { cacheKey?: string } | null)?.cacheKey)
      .find((value) => typeof value === 'string');
    if (withKey && secret) {
      const bytes = Uint8Array.from(atob(secret), (char) => char.charCodeAt(0));
      key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
    }
    for (const [name, value] of stored) {
      out.push(name);
      await add(name, value);
    }
    return out.join('\n');
  }, unseal);
}
