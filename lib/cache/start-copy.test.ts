import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { sampleMe } from '../../tests/support/sample-me.ts';
import type { PartRef } from '../contract/manifest.ts';
import { GlyphShard, joinGlyphs } from '../contract/parts/glyph-shard.ts';
import { hash64 } from '../util/hash64.ts';
import type { StorageArea } from '../util/storage-area.ts';
import { partName } from './bundles.ts';
import { StartCopy, type StartRecords } from './start-copy.ts';

const account = (id: string) => ({ id, name: `Company ${id}`, keys: [`samplecrm:-:account:${id}`] });
const me = sampleMe();
const contact = { serverTime: '2026-11-23T08:00:00Z', offsetMs: 0 };
const shard = new GlyphShard(joinGlyphs([{ hash: hash64('samplecrm:-:account:1'), glyph: 3 }]), 1);

let items: Map<string, unknown>;
let copy: StartCopy;
let asked: PartRef[];
let api: FakeApi;

/** @param room items that fit */
function area(room = Number.POSITIVE_INFINITY): StorageArea {
  return {
    get: async (name) => (items.has(name) ? { [name]: structuredClone(items.get(name)) } : {}),
    async set(more) {
      const added = Object.keys(more).filter((name) => !items.has(name));
      if (items.size + added.length > room) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [name, value] of Object.entries(more)) items.set(name, structuredClone(value));
    },
    remove: async (names) => [names].flat().forEach((name) => void items.delete(name)),
  };
}

/** With a territory, and so a shard, for each id. */
function records(...ids: string[]): StartRecords {
  const manifest = api.publish(ids.map((id) => ({ scope: `s${id}`, accounts: [account(id)] })));
  return { keyHash: 'k', visible: { user: 'p1', apiUrl: 'https://api', etag: null, manifest }, me, contact };
}

const glyphRefs = ({ visible }: StartRecords): PartRef[] =>
  visible.manifest.scopes
    .flatMap(({ layers }) => layers.flatMap(({ base }) => base))
    .filter(({ kind }) => kind === 'glyphs');
/** As the cache does it: what is copied is not read from the database. */
const shardOf = async (ref: PartRef): Promise<GlyphShard | null> => {
  const copied = await copy.shard(ref);
  if (copied === null) asked.push(ref);
  return copied ?? shard;
};
const shardItems = () => [...items.keys()].filter((name) => /^start\.[0-9a-f]{32}$/.test(name)).sort();
const itemsOf = (kept: StartRecords) =>
  glyphRefs(kept)
    .map((ref) => `start.${partName(ref)}`)
    .sort();

beforeEach(() => {
  items = new Map();
  asked = [];
  api = new FakeApi();
  copy = new StartCopy(area());
});

describe('what a start goes on with', () => {
  it('is what was kept last, its shards with it', async () => {
    const kept = records('1');
    await copy.keep(kept, shardOf);
    const next = new StartCopy(area());
    expect(await next.read()).toEqual(kept);
    const [ref] = glyphRefs(kept) as [PartRef];
    const found = await next.shard(ref);
    expect(found?.bytes).toEqual(shard.bytes);
  });

  it('is nothing where a piece is missing', async () => {
    expect(await copy.read()).toBeNull();
    await copy.keep(records('1'), shardOf);
    for (const name of ['start.visible', 'start.me', 'start.contact']) {
      const { [name]: value } = Object.fromEntries(items);
      items.delete(name);
      expect(await new StartCopy(area()).read(), name).toBeNull();
      items.set(name, value);
    }
    expect(await new StartCopy(area()).read()).not.toBeNull();
  });

  it('is nothing from the moment that something else is going to hold, until it is kept anew', async () => {
    const kept = records('1');
    const changes = [() => copy.dropVisible(), () => copy.dropMe(), () => copy.clear()];
    for (const drop of changes) {
      await copy.keep(kept, shardOf);
      expect(await new StartCopy(area()).read()).toEqual(kept);
      await drop();
      expect(await new StartCopy(area()).read()).toBeNull();
    }
  });

  it('leaves nothing behind when it is cleared, by a later life as well', async () => {
    await copy.keep(records('1'), shardOf);
    expect(items.size).toBeGreaterThan(4);
    const next = new StartCopy(area());
    await next.read();
    await next.clear();
    expect([...items.keys()]).toEqual([]);
  });
});

describe('the shards', () => {
  it('are copied once, and removed when no manifest names them', async () => {
    const first = records('1');
    await copy.keep(first, shardOf);
    await copy.keep({ ...first, contact: { ...contact, offsetMs: 5 } }, shardOf);
    expect(asked).toHaveLength(1);
    const second = records('1', '2');
    await copy.dropVisible();
    await copy.keep(second, shardOf);
    expect(asked).toHaveLength(2);
    expect(shardItems()).toEqual(itemsOf(second));
    const third = records('3');
    await copy.dropVisible();
    await copy.keep(third, shardOf);
    expect(shardItems()).toEqual(itemsOf(third));
    expect(copy.shard(glyphRefs(first)[0] as PartRef)).toBeNull();
  });

  it('that are gone or damaged are none, and are copied anew', async () => {
    const kept = records('1');
    const [ref] = glyphRefs(kept) as [PartRef];
    const name = `start.${partName(ref)}`;
    for (const damage of [() => items.delete(name), () => items.set(name, 'no base64!')]) {
      await copy.keep(kept, shardOf);
      expect(items.get(name)).toBeDefined();
      damage();
      expect(await copy.shard(ref)).toBeNull();
      await copy.keep(kept, shardOf);
      expect((await copy.shard(ref))?.count).toBe(1);
    }
  });

  it.each([0, 1, 2, 3, 5, 8, 13])(
    'are not copied on once all is cleared, whenever that happens (%i)',
    async (turns) => {
      const keeping = copy.keep(records('1', '2', '3'), shardOf);
      for (let i = 0; i < turns; i++) await Promise.resolve();
      await Promise.all([copy.clear(), keeping]);
      expect([...items.keys()]).toEqual([]);
    },
  );

  it('are removed by the next sign-out, also where the worker died while they were copied', async () => {
    void copy.keep(records('1', '2', '3'), (ref) =>
      asked.length === 1 ? new Promise(() => {}) : shardOf(ref),
    );
    await vi.waitFor(() => expect(shardItems()).toHaveLength(1));
    const next = new StartCopy(area());
    await next.read();
    await next.clear();
    expect([...items.keys()]).toEqual([]);
  });

  it('are copied once where the same is kept again meanwhile', async () => {
    const kept = records('1', '2', '3');
    await Promise.all([copy.keep(kept, shardOf), copy.keep(kept, shardOf)]);
    await copy.keep(kept, shardOf);
    expect(asked).toHaveLength(3);
    expect(shardItems()).toEqual(itemsOf(kept));
    for (const ref of glyphRefs(kept)) expect((await copy.shard(ref))?.count).toBe(1);
  });

  it('make room before others come', async () => {
    copy = new StartCopy(area(6));
    await copy.keep(records('1', '2'), shardOf);
    await copy.dropVisible();
    const second = records('3', '4');
    await copy.keep(second, shardOf);
    expect(shardItems()).toEqual(itemsOf(second));
  });

  it('of a very large index stay where they are', async () => {
    const kept = records('1');
    for (const ref of glyphRefs(kept)) ref.count = 1_000_000;
    await copy.keep(kept, shardOf);
    expect(asked).toEqual([]);
    expect(await new StartCopy(area()).read()).toEqual(kept);
  });

  it('for which there is no room take the rest along: nothing is left half', async () => {
    copy = new StartCopy(area(4));
    await copy.keep(records('1'), shardOf);
    expect([...items.keys()]).toEqual([]);
    expect(await new StartCopy(area()).read()).toBeNull();
  });
});
