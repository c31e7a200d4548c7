import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, deleteDatabase, openDatabase } from '../util/indexed-db.ts';
import { CacheDatabase } from './database.ts';

const NAME = 'test-database';
const bytes = new ArrayBuffer(3);
let database: CacheDatabase;

beforeEach(async () => {
  await deleteDatabase(NAME);
  database = new CacheDatabase(NAME);
});
afterEach(() => database.close());

/** What an older version of the extension has left. */
async function leave(
  version: number,
  records: Readonly<Record<string, Record<string, unknown>>>,
): Promise<void> {
  const upgrade = (left: IDBDatabase) => {
    for (const [store, values] of Object.entries(records)) {
      const made = left.createObjectStore(store);
      for (const [key, value] of Object.entries(values)) made.put(value, key);
    }
  };
  (await openDatabase({ name: NAME, version, upgrade, onClosed: () => {} })).close();
}

describe('a database of an older version', () => {
  it('that was not sealed is emptied', async () => {
    await leave(10, { parts: { a: 'open' }, state: { me: { name: 'Kim' }, visible: {} } });
    expect(await database.keys('parts')).toEqual([]);
    expect(await database.readAllState()).toEqual(new Map());
    await database.change(['outbox'], (change) => change.put('outbox', 'x', bytes));
    expect(await database.keys('outbox')).toEqual(['x']);
  });

  it('whose parts were of another format keeps all but these', async () => {
    await leave(20, {
      parts: { a: bytes },
      state: { me: bytes, keyId: 'k', visible: bytes, pending: bytes, stamp: 'v1' },
      outbox: { x: bytes },
      told: { y: bytes },
    });
    expect(await database.keys('parts')).toEqual([]);
    expect(await database.readAllState()).toEqual(
      new Map<string, unknown>([
        ['keyId', 'k'],
        ['me', bytes],
      ]),
    );
    expect(await database.get('outbox', 'x')).toEqual(bytes);
    expect(await database.get('told', 'y')).toEqual(bytes);
  });

  it('of this version is left as it is', async () => {
    await database.putState('stamp', 'v1');
    database.close();
    expect(await new CacheDatabase(NAME).readState(['stamp', 'visible'])).toEqual(['v1', undefined]);
  });
});

describe('a change', () => {
  it('is kept as a whole', async () => {
    const keys = await database.change(['outbox', 'told'], async (change) => {
      await change.put('outbox', 'a', bytes);
      await change.put('told', 'b', bytes);
      return change.keys('outbox');
    });
    expect(keys).toEqual(['a']);
    expect(await database.keys('told')).toEqual(['b']);
  });

  it('that fails half way is not kept at all, and says why', async () => {
    await database.change(['outbox'], (change) => change.put('outbox', 'a', bytes));
    const failing = database.change(['outbox'], async (change) => {
      await change.clear('outbox');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await database.keys('outbox')).toEqual(['a']);
  });

  it('that the browser refuses is not kept either', async () => {
    const refused = database.change(['outbox'], async (change) => {
      await change.put('outbox', 'a', bytes);
      await change.put('outbox', 'b', (() => {}) as never);
    });
    await expect(refused).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await database.keys('outbox')).toEqual([]);
  });
});

describe('another client', () => {
  it('may remove the database at any time; it is made anew when it is next asked', async () => {
    await database.putState('stamp', 'v1');
    await deleteDatabase(NAME);
    expect(await database.readState(['stamp'])).toEqual([undefined]);
  });

  it('of a newer version may change it, and this one reads on', async () => {
    await database.putState('stamp', 'v1');
    const request = indexedDB.open(NAME, 90);
    request.onupgradeneeded = () => void request.result.createObjectStore('more');
    (await answerOf(request)).close();
    expect(await database.readState(['stamp'])).toEqual(['v1']);
  });
});
