import { beforeEach, describe, expect, it } from 'vitest';
import { FakeApi } from '../../tests/support/fake-api.ts';
import { sampleMe } from '../../tests/support/sample-me.ts';
import type { PartRef } from '../contract/manifest.ts';
import { GlyphShard, joinGlyphs } from '../contract/parts/glyph-shard.ts';
import { hash64 } from '../util/hash64.ts';
import { partName } from './bundles.ts';
import { type SessionArea, StartCopy, type StartRecords } from './start-copy.ts';

const account = (id: string) => ({ id, name: `Company ${id}`, keys: [`samplecrm:-:account:${id}`] });
const me = sampleMe();
const contact = { serverTime: '2026-11-23T08:00:00Z', offsetMs: 0 };
const shard = new GlyphShard(joinGlyphs([{ hash: hash64('samplecrm:-:account:1'), glyph: 3 }]), 1);

let items: Map<string, unknown>;
let copy: StartCopy;
let asked: PartRef[];
let api: FakeApi;

/** @param room items that fit */
function area(room = Number.POSITIVE_INFINITY): SessionArea {
  return {
    get: async (name) => (items.has(name) ? { [name]: structuredClone(items.get(name)) } : {}),
    async set(more) {
      if (items.size + Object.keys(more).length > room) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [name, value] of Object.entries(more)) items.set(name, structuredClone(value));
    },
    remove: async (names) => names.forEach((name) => void items.delete(name)),
  };
}

function records(...ids: string[]): StartRecords {
  const manifest = api.publish([{ scope: 'north', accounts: ids.map(account) }]);
  return { key: 'k', visible: { user: 'p1', apiUrl: 'https://api', etag: null, manifest }, me, contact };
}

const glyphRefs = ({ visible }: StartRecords): PartRef[] =>
  visible.manifest.scopes
    .flatMap(({ layers }) => layers.flatMap(({ base }) => base))
    .filter(({ kind }) => kind === 'glyphs');
const shardOf = async (ref: PartRef): Promise<GlyphShard | null> => {
  asked.push(ref);
  return shard;
};

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
    const names = [...items.keys()].filter((name) => /^start\.[0-9a-f]{32}$/.test(name));
    expect(names).toEqual(glyphRefs(second).map((ref) => `start.${partName(ref)}`));
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

  it('are not copied on where something else has come meanwhile', async () => {
    const kept = records('1');
    const keeping = copy.keep(kept, async (ref) => {
      await copy.clear();
      return shardOf(ref);
    });
    await keeping;
    expect([...items.keys()]).toEqual([]);
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
