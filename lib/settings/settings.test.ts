import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type TeamOverlays, TOGGLES } from '../contract/me.ts';
import type { StorageArea } from '../util/storage-area.ts';
import { createCredentialStore } from './credentials.ts';
import { discreetEnd, isDiscreet } from './discreet.ts';
import { parseManaged, readManaged } from './managed.ts';
import { managedJsonSchema } from './managed-schema.ts';
import { effectiveOverlays, withoutOlderWords } from './overlays.ts';
import { createSettings } from './settings.ts';

function memoryArea(items: Record<string, unknown> = {}): StorageArea & { items: Record<string, unknown> } {
  return {
    items,
    get: async (key) => structuredClone({ [key]: items[key] }),
    set: async (more) => void Object.assign(items, structuredClone(more)),
    remove: async (keys) => [keys].flat().forEach((key) => void delete items[key]),
  };
}

const team = (part: Partial<TeamOverlays>): TeamOverlays => ({
  team: 't1',
  settings: {},
  until: null,
  locked: false,
  setBy: 'lead',
  updatedAt: '2026-11-23T08:00:00Z',
  ...part,
});

describe('overlays', () => {
  const sign = (managed: boolean | undefined, teamSays: TeamOverlays | null, own: boolean | undefined) =>
    effectiveOverlays(
      {
        managed: managed === undefined ? {} : { sign: managed },
        team: teamSays,
        own: own === undefined ? {} : { sign: own },
      },
      '2026-11-23',
    ).sign;

  it('are on unless somebody says otherwise', () => {
    const all = effectiveOverlays({ managed: {}, team: null, own: {} }, '2026-11-23');
    expect(all).toEqual(Object.fromEntries(TOGGLES.map((toggle) => [toggle, true])));
  });

  it('follow policy, locked team, oneself, team', () => {
    const off = team({ settings: { sign: false } });
    expect(sign(undefined, off, undefined)).toBe(false);
    expect(sign(undefined, off, true)).toBe(true);
    expect(sign(undefined, { ...off, locked: true }, true)).toBe(false);
    expect(sign(true, { ...off, locked: true }, false)).toBe(true);
    expect(sign(false, null, true)).toBe(false);
  });

  it('forget a team’s word after its last day', () => {
    expect(
      sign(undefined, team({ settings: { sign: false }, until: '2026-11-23', locked: true }), true),
    ).toBe(false);
    expect(
      sign(undefined, team({ settings: { sign: false }, until: '2026-11-22', locked: true }), true),
    ).toBe(true);
  });

  it('lose one’s own older word to a newer one of the team, on the same toggle only', () => {
    const own = { sign: true, badge: false };
    expect(withoutOlderWords(own, team({ settings: { sign: false } }))).toEqual({ badge: false });
  });
});

describe('settings', () => {
  it('survive what they cannot read, field by field', async () => {
    for (const stored of [
      undefined,
      null,
      'x',
      [],
      { language: 'fr', own: { sign: 'yes' }, discreetUntil: 7 },
    ]) {
      const settings = createSettings(memoryArea({ settings: stored }));
      expect(await settings.get()).toMatchObject({ language: 'auto', own: {}, discreetUntil: null });
    }
    const half = createSettings(memoryArea({ settings: { language: 'de', own: 3 } }));
    expect(await half.get()).toMatchObject({ language: 'de', own: {} });
  });

  it('lose no change', async () => {
    const settings = createSettings(memoryArea());
    await Promise.all(
      TOGGLES.map((toggle) => settings.update(({ own }) => ({ own: { ...own, [toggle]: false } }))),
    );
    expect(Object.keys((await settings.get()).own).sort()).toEqual([...TOGGLES].sort());
  });
});

describe('credentials', () => {
  const one = { apiUrl: 'https://api.example', token: 'secret' };

  it('last for the session unless they are to be remembered', async () => {
    const first = createCredentialStore(memoryArea());
    await first.set(one, false);
    expect(await first.get()).toEqual(one);
    expect(await createCredentialStore(memoryArea()).get()).toBeNull();
    await first.set(one, true);
    expect(await createCredentialStore(memoryArea()).get()).toEqual(one);
    await first.set(one, false);
    expect(await createCredentialStore(memoryArea()).get()).toBeNull();
  });

  it('are gone after sign-out, and can be set again', async () => {
    const area = memoryArea();
    const store = createCredentialStore(area);
    await store.set(one, true);
    await store.clear();
    expect(await store.get()).toBeNull();
    expect(area.items).toEqual({});
    await store.set(one, true);
    expect(await createCredentialStore(memoryArea()).get()).toEqual(one);
    await store.clear();
  });
});

describe('policy', () => {
  it('takes each good value and leaves out each bad one', () => {
    const raw = {
      apiUrl: 'https://api.example',
      maxCacheAgeHours: 1_000,
      rememberSignIn: 'no',
      overlays: { sign: false, evil: 1 },
      foreign: true,
    };
    expect(parseManaged(raw)).toEqual({ apiUrl: 'https://api.example', overlays: { sign: false } });
    for (const nothing of [undefined, null, 'x', [], JSON.parse('{"__proto__":{"apiUrl":"x"}}')]) {
      expect(parseManaged(nothing)).toEqual({});
    }
  });

  it('does without, as Firefox says it', async () => {
    expect(await readManaged({ get: () => Promise.reject(new Error('manifest not found')) })).toEqual({});
    expect(await readManaged(undefined)).toEqual({});
  });

  it('is described to browsers by the file the build ships', () => {
    const shipped = JSON.parse(
      readFileSync(new URL('../../public/managed-schema.json', import.meta.url), 'utf8'),
    );
    expect(shipped).toEqual(managedJsonSchema());
  });
});

it('discreet mode ends by itself', () => {
  const end = discreetEnd(60, 0);
  expect(isDiscreet(end, 59 * 60_000)).toBe(true);
  expect(isDiscreet(end, 60 * 60_000)).toBe(false);
  expect(isDiscreet(discreetEnd(0, 0), 0)).toBe(false);
  expect(isDiscreet('rubbish', 0)).toBe(false);
});
