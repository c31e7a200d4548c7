import type { Page } from '@playwright/test';
import { unpacked } from '../../support/unpacked.ts';

/**
 * Everything the extension keeps in its databases and storage areas as one text, compressed parts unpacked.
 * `page` is any page of the extension.
 * @param unseal with the key the extension holds while somebody is signed in, open what it has sealed
 */
export async function dumpCache(page: Page, unseal: boolean): Promise<string> {
  const stored = await readAll(page, unseal);
  return stored.map((entry) => (typeof entry === 'string' ? entry : textOf(entry.base64))).join('\n');
}

function textOf(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  const plain = unpacked(bytes);
  return (plain.length > 0 ? Buffer.concat(plain) : bytes).toString();
}

/** Texts as they are, bytes in base64. */
function readAll(page: Page, unseal: boolean): Promise<(string | { base64: string })[]> {
  return page.evaluate(async (withKey) => {
    const out: (string | { base64: string })[] = [];
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
    const addBytes = async (name: string, sealed: ArrayBuffer): Promise<void> => {
      let binary = '';
      for (const byte of await opened(name, new Uint8Array(sealed))) binary += String.fromCharCode(byte);
      out.push({ base64: btoa(binary) });
    };
    const add = async (name: string, value: unknown): Promise<void> => {
      const { blob, sizes } = (value ?? {}) as { blob?: unknown; sizes?: number[] };
      if (value instanceof ArrayBuffer) await addBytes(name, value);
      else if (blob instanceof Blob && sizes) {
        // A record of parts names each of them in its key.
        const names = name.match(/.{32}/g) ?? [];
        let at = 0;
        for (const [index, size] of sizes.entries()) {
          await addBytes(names[index] ?? name, await blob.slice(at, at + size).arrayBuffer());
          at += size;
        }
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
    return out;
  }, unseal);
}
