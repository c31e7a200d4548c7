import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TeamOverlays } from '../../lib/contract/me.ts';
import { PROBLEM_TYPE, Problem } from '../../lib/contract/problem.ts';
import { createToken } from '../auth/tokens.ts';
import { openTestStore } from '../store/test-store.ts';
import { TODAY } from '../test-company.ts';
import { createApp } from './app.ts';
import { createTestApi, type PersonId, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.store.close());

async function problemOf(response: Response): Promise<Problem & { code: string }> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return { ...problem, code: problem.type.slice(PROBLEM_TYPE.length) };
}
const withToken = (token: string, path = '/v1/me') =>
  api.app.request(path, { headers: { authorization: `Bearer ${token}` } });

describe('access tokens', () => {
  it('missing, mangled, cut off or of another scheme are refused with what to do', async () => {
    const good = api.tokens.rep;
    for (const token of [
      'x',
      good.slice(0, -1),
      `${good}x`,
      good.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
      good.toUpperCase(),
    ]) {
      expect(await problemOf(await withToken(token))).toMatchObject({ status: 401, code: 'not-signed-in' });
    }
    const none = await api.app.request('/v1/me');
    expect(none.headers.get('www-authenticate')).toBe('Bearer');
    expect((await problemOf(none)).detail).toContain('tierlens token create');
    const basic = await api.app.request('/v1/me', { headers: { authorization: `Basic ${good}` } });
    expect(basic.status).toBe(401);
  });

  it('are stored as a hash only', async () => {
    const rows = await api.store.write(({ db }) => db.selectFrom('tokens').selectAll().execute());
    const secrets = Object.values(api.tokens).map((token) => token.split('_').slice(2).join('_'));
    expect(secrets.some((secret) => JSON.stringify(rows).includes(secret))).toBe(false);
  });

  it('expire by the clock, and say withdrawn once revoked', async () => {
    const expiresAt = new Date(TODAY.getTime() + 1_000);
    const { token, id } = await createToken(api.store, { personId: 'rep', name: 't', expiresAt, now: TODAY });
    expect((await withToken(token)).status).toBe(200);
    api.clock.now = new Date(TODAY.getTime() + 2_000);
    expect((await problemOf(await withToken(token))).code).toBe('not-signed-in');
    api.clock.now = TODAY;
    expect((await api.as('ops', `/v1/tokens/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await problemOf(await withToken(token))).toMatchObject({ status: 403, code: 'access-withdrawn' });
    expect((await api.as('ops', `/v1/tokens/${id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('are made and listed by operations only', async () => {
    const body = JSON.stringify({ personId: 'lead', name: 'pilot' });
    for (const person of ['rep', 'inside', 'lead'] as const) {
      for (const init of [{}, { method: 'POST', body }, { method: 'DELETE' }] as const) {
        const path = init.method === 'DELETE' ? '/v1/tokens/x' : '/v1/tokens';
        expect(await problemOf(await api.as(person, path, init))).toMatchObject({
          status: 403,
          code: 'forbidden',
        });
      }
    }
    const created = await api.as('ops', '/v1/tokens', { method: 'POST', body });
    expect(created.status).toBe(201);
    const { token, id } = (await created.json()) as { token: string; id: string };
    expect(((await (await withToken(token)).json()) as { user: string }).user).toBe('lead');
    const list = (await (await api.as('ops', '/v1/tokens')).json()) as { id: string }[];
    expect(list.find((entry) => entry.id === id)).toMatchObject({
      personId: 'lead',
      name: 'pilot',
      revokedAt: null,
    });
    expect(JSON.stringify(list)).not.toContain(token.split('_').slice(2).join('_'));
    const unknown = await api.as('ops', '/v1/tokens', {
      method: 'POST',
      body: JSON.stringify({ personId: 'zz', name: 'x' }),
    });
    expect((await problemOf(unknown)).detail).toContain('There is no person zz');
  });
});

describe('team overlays', () => {
  const path = '/v1/teams/North/overlays';
  const put = (person: PersonId, team: string, body: unknown) =>
    api.as(person, `/v1/teams/${team}/overlays`, { method: 'PUT', body: JSON.stringify(body) });
  const input = { settings: { sign: false }, until: null, locked: true };

  it('are set by the lead and seen by the team, at once and in /v1/me', async () => {
    expect(await (await api.as('rep', path)).json()).toBeNull();
    const stored = TeamOverlays.parse(await (await put('lead', 'North', input)).json());
    expect(stored).toMatchObject({
      team: 'North',
      ...input,
      setBy: 'Lea Lead',
      updatedAt: TODAY.toISOString(),
    });
    expect(await (await api.as('rep', path)).json()).toEqual(stored);
    expect(((await (await api.as('rep', '/v1/me')).json()) as { overlays: unknown }).overlays).toEqual(
      stored,
    );
    expect((await api.as('ops', path)).status).toBe(200);
  });

  it('are refused to others, for foreign and for unknown teams', async () => {
    for (const [person, team] of [
      ['rep', 'North'],
      ['inside', 'North'],
      ['south', 'North'],
      ['lead', 'South'],
    ] as const) {
      expect((await problemOf(await put(person, team, input))).code).toBe('forbidden');
    }
    expect((await problemOf(await api.as('south', path))).code).toBe('forbidden');
    expect((await problemOf(await put('ops', 'Nobody', input))).code).toBe('not-found');
    expect((await put('ops', 'South', input)).status).toBe(200);
  });

  it('end after their last day', async () => {
    await put('lead', 'North', { ...input, until: '2026-03-15' });
    api.clock.now = new Date('2026-03-15T23:00:00');
    expect(await (await api.as('rep', path)).json()).not.toBeNull();
    api.clock.now = new Date('2026-03-16T00:30:00');
    expect(await (await api.as('rep', path)).json()).toBeNull();
    expect((await problemOf(await put('lead', 'North', { ...input, until: '2026-03-15' }))).detail).toContain(
      'past',
    );
    api.clock.now = TODAY;
  });

  it.each([
    ['not JSON', '{'],
    ['an unknown toggle', '{"settings":{"glow":true},"until":null,"locked":false}'],
    ['nothing', ''],
  ])('refuse %s', async (_, body) => {
    expect((await problemOf(await api.as('lead', path, { method: 'PUT', body }))).code).toBe(
      'invalid-request',
    );
  });
});

describe('every answer', () => {
  it('is not cached, not sniffed, and open to any origin by token only', async () => {
    for (const response of [
      await api.as('rep', '/v1/me'),
      await api.app.request('/v1/me'),
      await api.app.request('/nope'),
    ]) {
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('is preceded by a preflight that allows what the extension sends', async () => {
    const response = await api.app.request('/v1/manifest', {
      method: 'OPTIONS',
      headers: {
        origin: 'chrome-extension://abc',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,if-none-match,content-type',
      },
    });
    expect(response.status).toBe(204);
    const allowed = response.headers.get('access-control-allow-headers')?.toLowerCase();
    for (const header of ['authorization', 'if-none-match', 'content-type'])
      expect(allowed).toContain(header);
    expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
  });

  it('is a problem for unknown paths and for bodies that are too large', async () => {
    expect((await problemOf(await api.app.request('/v2/me'))).code).toBe('not-found');
    const big = await api.as('rep', '/v1/lookup', {
      method: 'POST',
      body: JSON.stringify({ keys: ['x'.repeat(1_100_000)] }),
    });
    expect(await problemOf(big)).toMatchObject({ status: 413, code: 'invalid-request' });
  });

  it('tells an unexpected failure to the log, not to the caller', async () => {
    const told: unknown[] = [];
    const failing = { ...api.store, restricted: () => Promise.reject(new Error('secret detail')) };
    const app = createApp({ store: failing, now: () => TODAY, onFailure: (error) => told.push(error) });
    const problem = await problemOf(await app.request('/v1/health'));
    expect(problem.code).toBe('internal');
    expect(problem.detail).not.toContain('secret');
    expect(told.map(String)).toEqual(['Error: secret detail']);
  });
});

describe('limits', () => {
  it('slow down one person without touching others, and say when to come back', async () => {
    const limits = { requests: { burst: 3, perMinute: 60 }, refusals: { burst: 2, perMinute: 60 } };
    const app = createApp({ store: api.store, now: () => api.clock.now, limits });
    const ask = (token: string) => app.request('/v1/me', { headers: { authorization: `Bearer ${token}` } });
    for (let i = 0; i < 3; i++) expect((await ask(api.tokens.rep)).status).toBe(200);
    const refused = await ask(api.tokens.rep);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await problemOf(refused)).code).toBe('too-many-requests');
    expect((await ask(api.tokens.lead)).status).toBe(200);
    api.clock.now = new Date(TODAY.getTime() + 1_000);
    expect((await ask(api.tokens.rep)).status).toBe(200);
    api.clock.now = TODAY;
  });

  it('stop guessing of tokens', async () => {
    const limits = { requests: { burst: 3, perMinute: 60 }, refusals: { burst: 2, perMinute: 60 } };
    const app = createApp({ store: api.store, now: () => TODAY, limits, addressOf: () => '10.0.0.1' });
    const statuses = [];
    for (let i = 0; i < 4; i++)
      statuses.push((await app.request('/v1/me', { headers: { authorization: 'Bearer x' } })).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
  });
});

describe('without a token', () => {
  it('health answers', async () => {
    expect(await (await api.app.request('/v1/health')).json()).toEqual({
      status: 'ok',
      product: 'tierlens',
      protocol: 2,
    });
  });

  it('the reference lists every route and loads nothing from elsewhere', async () => {
    const document = (await (await api.app.request('/openapi.json')).json()) as {
      paths: Record<string, unknown>;
    };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/v1/health',
        '/v1/me',
        '/v1/manifest',
        '/v1/parts',
        '/v1/parts/{digest}',
        '/v1/lookup',
        '/v1/teams/{team}/overlays',
        '/v1/tokens',
        '/v1/tokens/{id}',
        '/v1/imports',
      ]),
    );
    const response = await api.app.request('/reference');
    const page = await response.text();
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
    expect(page).not.toMatch(/<script|https?:\/\/(?!tierlens)[^"]*\.(js|css)|<link|@import/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

it('imports are listed for operations', async () => {
  const [newest] = (await (await api.as('ops', '/v1/imports')).json()) as {
    inserted: number;
    files: string[];
  }[];
  expect(newest).toMatchObject({ inserted: 37, quarantined: 0 });
  expect(newest?.files).toContain('money-lines.csv');
  expect((await problemOf(await api.as('lead', '/v1/imports'))).code).toBe('forbidden');
});

it('before the first publication there is no manifest, and me says so', { timeout: 60_000 }, async () => {
  const store = await openTestStore();
  await store.write(({ db }) =>
    db
      .insertInto('people')
      .values({
        person_id: 'p',
        name: 'P',
        email: '',
        phone: '',
        pool: 'field',
        team: null,
        role: 'rep',
        territories: ['Nord'],
      })
      .execute(),
  );
  const { token } = await createToken(store, { personId: 'p', name: 't', now: TODAY });
  const app = createApp({ store, now: () => TODAY });
  const headers = { authorization: `Bearer ${token}` };
  expect(
    ((await (await app.request('/v1/me', { headers })).json()) as { manifestVersion: unknown })
      .manifestVersion,
  ).toBeNull();
  expect((await problemOf(await app.request('/v1/manifest', { headers }))).code).toBe('not-published');
  await store.close();
});
