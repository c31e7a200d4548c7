import { expect } from 'vitest';
import type { Cache } from '../../lib/cache/cache.ts';
import type { FakeAccount } from './build-parts.ts';
import type { SyncClient } from './sync-client.ts';
import { IDS, keyOf, type SyncWorld } from './sync-world.ts';

/**
 * What one client sees is some published state of the person it shows it to, or nothing where a part is fetched
 * anew. @param complete nothing may be missing
 */
export async function checkVisible(world: SyncWorld, client: SyncClient, complete: boolean): Promise<void> {
  if (client.life.ended) return;
  client.life.paused = true;
  await compare(world, client.cache, complete);
  client.life.paused = false;
  // A second client may still be signed in.
  if (client.sync.state.name !== 'signed-out' || world.clients.length > 1) return;
  expect([...world.profile.session.keys()], 'kept for starts after the end of a sign-in').toEqual([]);
}

async function compare(world: SyncWorld, cache: Cache, complete: boolean): Promise<void> {
  const { visible } = cache;
  if (visible === null) {
    for (const id of IDS) expect(await seen(cache, id)).toEqual([null, null, null]);
    expect(await cache.search('company', 50)).toEqual([]);
    return;
  }
  const published = world.published(visible.manifest.version);
  if (published === undefined) throw new Error(`never published: ${visible.manifest.version}`);
  if (published.user !== visible.user) throw new Error(`shown to ${visible.user}: data of ${published.user}`);
  const names = new Set<string>();
  for (const id of IDS) {
    const scope = published.scopes.find(({ accounts }) => accounts.some((account) => account.id === id));
    const wanted = scope?.accounts.find((account) => account.id === id);
    if (wanted) names.add(wanted.name);
    const [name, glyph, db3] = await seen(cache, id);
    const fits = (value: unknown, of: (account: FakeAccount) => unknown) =>
      (wanted !== undefined && of(wanted) === value) || (value === null && (!complete || !wanted));
    if (!fits(name, (account) => account.name)) throw new Error(`account ${id} has the name ${name}`);
    if (!fits(glyph, (account) => account.glyph)) throw new Error(`account ${id} has the glyph ${glyph}`);
    const amount = scope?.money ? fits(db3, (account) => account.db3) : db3 === null;
    if (!amount) throw new Error(`account ${id} has the amount ${db3}`);
  }
  for (const hit of await cache.search('company', 50)) expect(names).toContain(hit.name);
}

async function seen(cache: Cache, id: string): Promise<[string | null, number | null, number | null]> {
  const key = keyOf(id);
  const words = await cache.words(key);
  const money = await cache.money(key);
  return [words?.name ?? null, (await cache.glyphs([key]))[0] ?? null, money?.db3 ?? null];
}

/** With the faults gone, every client arrives at what the server publishes now. */
export async function checkConverges(world: SyncWorld): Promise<void> {
  world.faults = 0;
  if (world.profile.connection === null) world.signIn();
  for (const client of world.clients) await client.start(Infinity);
  for (let round = 0; round < 4; round++) {
    world.now += 20 * 60_000;
    for (const client of world.clients) {
      await client.untilQuiet(client.sync.tick(true));
      // Reading finds what is damaged; the next round fetches it anew.
      await checkVisible(world, client, false);
    }
  }
  const { version, user } = world.api;
  for (const client of world.clients) {
    expect(client.sync.state).toEqual({ name: 'idle', error: version === null ? 'not-published' : null });
    expect(client.cache.visible?.manifest.version ?? null).toBe(version);
    if (client.cache.visible !== null) expect(client.cache.visible.user).toBe(user);
    await checkVisible(world, client, true);
  }
}
