import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CacheKey } from '../../lib/contract/cache-key.ts';
import { createTestApi, type PersonId, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.store.close());

const ask = (person: PersonId, device: string) =>
  api.as(person, '/v1/cache-key', { method: 'POST', body: JSON.stringify({ device }) });
const keyOf = async (person: PersonId, device: string) =>
  CacheKey.parse(await (await ask(person, device)).json()).key;

describe('the key of a local cache', () => {
  it('is the same at every asking, and another for every person and device', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    const key = await keyOf('rep', mine);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(await keyOf('rep', mine.toUpperCase())).toBe(key);
    expect(new Set([key, await keyOf('rep', other), await keyOf('lead', mine)])).toHaveProperty('size', 3);
  });

  it('is neither stored as it is handed out nor with the name of the device', async () => {
    const device = randomUUID();
    const key = Buffer.from(await keyOf('south', device), 'base64');
    const rows = await api.store.write(({ db }) => db.selectFrom('cache_keys').selectAll().execute());
    expect(rows.some(({ person_id }) => person_id === 'south')).toBe(true);
    for (const { secret, device_hash } of rows) {
      expect(Buffer.from(secret).equals(key)).toBe(false);
      expect(device_hash).not.toContain(device);
    }
  });

  it('is shown to nobody else, not even to operations', async () => {
    await keyOf('rep', randomUUID());
    const settings = { 'app.person': 'ops', 'app.role': 'operations' };
    const seen = await api.store.restricted(settings, (db) =>
      db.selectFrom('cache_keys').select('person_id').execute(),
    );
    expect(seen.filter(({ person_id }) => person_id !== 'ops')).toEqual([]);
  });

  it('of the device not used for longest is forgotten past twenty', async () => {
    const start = api.clock.now;
    const first = randomUUID();
    const key = await keyOf('inside', first);
    for (let second = 1; second <= 20; second++) {
      api.clock.now = new Date(start.getTime() + second * 1_000);
      await keyOf('inside', randomUUID());
    }
    expect(await keyOf('inside', first)).not.toBe(key);
    api.clock.now = start;
  });

  it('is asked for with a device id and a token that holds', async () => {
    expect((await ask('rep', 'x')).status).toBe(400);
    const body = JSON.stringify({ device: randomUUID() });
    const headers = { 'content-type': 'application/json' };
    expect((await api.app.request('/v1/cache-key', { method: 'POST', body, headers })).status).toBe(401);
  });
});
