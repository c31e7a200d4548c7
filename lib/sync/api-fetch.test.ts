import { describe, expect, it } from 'vitest';
import { problem } from '../../tests/support/fake-api.ts';
import type { PartRef } from '../contract/manifest.ts';
import { PROBLEM_CODES } from '../contract/problem.ts';
import { normaliseApiAddress } from './api-address.ts';
import { createApiClient } from './api-client.ts';
import { apiFetch, type Fetch } from './api-fetch.ts';
import { parseRetryAfter } from './backoff.ts';

const signal = new AbortController().signal;
const request = { path: '/v1/me', maxBytes: 1_000, timeoutMs: 200, signal };
const options = (fetch: Fetch) => ({
  baseUrl: 'https://api.example/tl',
  token: 'secret',
  fetch,
  now: () => 0,
});
const failing = (answer: () => Response | Promise<Response>) =>
  apiFetch(
    options(async () => answer()),
    request,
  );

describe('the one way out', () => {
  it('asks one origin, without cookies, redirects or cache', async () => {
    const calls: [string, RequestInit][] = [];
    await apiFetch(
      options(async (url, init) => {
        calls.push([url, init]);
        return new Response('{}');
      }),
      { ...request, etag: '"v1"' },
    );
    const [url, init] = calls[0]!;
    expect(url).toBe('https://api.example/tl/v1/me');
    expect(init).toMatchObject({
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      headers: { authorization: 'Bearer secret', 'if-none-match': '"v1"' },
    });
  });

  it('does not leave the origin whatever the path says', async () => {
    const fetch: Fetch = async () => {
      throw new Error('must not be asked');
    };
    const evil = { ...options(fetch), baseUrl: 'https://api.example' };
    for (const path of ['.evil.example/v1/me', '@evil.example/v1/me', ':8443/v1/me']) {
      await expect(apiFetch(evil, { ...request, path })).rejects.toMatchObject({
        kind: 'offline',
        cause: 'foreign origin',
      });
    }
  });

  it('gives up long answers', async () => {
    await expect(failing(() => new Response('x'.repeat(1_001)))).rejects.toMatchObject({ kind: 'bad-data' });
  });

  it('gives up answers that take too long', async () => {
    const hang: Fetch = (_, { signal }) =>
      new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)));
    await expect(apiFetch(options(hang), request)).rejects.toMatchObject({ kind: 'offline' });
    const drip: Fetch = async (_, { signal }) =>
      new Response(
        new ReadableStream({
          pull: (controller) =>
            new Promise((resolve) => setTimeout(resolve, 20)).then(() => {
              if (signal!.aborted) controller.error(signal!.reason);
              else controller.enqueue(new Uint8Array(1));
            }),
        }),
      );
    await expect(apiFetch(options(drip), { ...request, maxBytes: 1e6 })).rejects.toMatchObject({
      kind: 'offline',
    });
  });
});

describe('refusals', () => {
  it.each([401, 403, 404, 410])('a proxy that answers %i takes nothing away', async (status) => {
    await expect(failing(() => new Response('<html>', { status }))).rejects.toMatchObject({
      kind: 'not-an-api',
    });
  });

  it('acts on our own problem documents', async () => {
    const kinds = await Promise.all(
      PROBLEM_CODES.map((code) => failing(() => problem(403, code)).catch((error) => [code, error.kind])),
    );
    expect(Object.fromEntries(kinds as [string, string][])).toEqual({
      'not-signed-in': 'wrong-token',
      'access-withdrawn': 'access-withdrawn',
      forbidden: 'bad-data',
      'not-found': 'bad-data',
      'start-over': 'start-over',
      'invalid-request': 'bad-data',
      'too-many-requests': 'server-error',
      'not-published': 'not-published',
      internal: 'server-error',
    });
  });

  it('does not trust a document whose status is another than the answer’s', async () => {
    const body = await problem(403, 'access-withdrawn').text();
    const headers = { 'content-type': 'application/problem+json' };
    await expect(failing(() => new Response(body, { status: 502, headers }))).rejects.toMatchObject({
      kind: 'server-error',
    });
  });

  it('reads Retry-After as seconds and as a date', async () => {
    const headers = { 'retry-after': '7' };
    await expect(failing(() => new Response('', { status: 429, headers }))).rejects.toMatchObject({
      kind: 'server-error',
      retryAfterMs: 7_000,
    });
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 20_000)).toBe(40_000);
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 90_000)).toBe(0);
    expect(parseRetryAfter('soon', 0)).toBeNull();
    expect(parseRetryAfter(null, 0)).toBeNull();
  });
});

describe('answers', () => {
  const client = (body: string) => createApiClient(options(async () => new Response(body)));

  it.each(['<html>', '', 'null', '{}', '[]', '{"user":1}', 'NaN', '{"user"'])(
    '%j is no API',
    async (body) => {
      await expect(client(body).me(signal)).rejects.toMatchObject({ kind: 'not-an-api' });
    },
  );

  it('tells a newer protocol from bad data', async () => {
    await expect(client('{"protocol":3}').manifest(null, signal)).rejects.toMatchObject({
      kind: 'api-too-new',
    });
    await expect(client('{"protocol":1}').manifest(null, signal)).rejects.toMatchObject({ kind: 'bad-data' });
  });
});

it.each([
  ['https://api.example/', 'https://api.example'],
  [' HTTPS://API.example:443/tierlens// ', 'https://api.example/tierlens'],
  ['api.example', 'https://api.example'],
  ['http://127.0.0.1:4810', 'http://127.0.0.1:4810'],
  ['http://localhost:4810/', 'http://localhost:4810'],
  ['http://api.example', null],
  ['https://user:word@api.example', null],
  ['https://api.example/?x=1', null],
  ['https://api.example/#x', null],
  ['javascript:alert(1)', null],
  ['ftp://api.example', null],
  ['', null],
  ['https://', null],
])('address %j is %j', (text, expected) => {
  expect(normaliseApiAddress(text)).toBe(expected);
});

describe('several parts at a time', () => {
  const refs = ['aa', 'bb', 'cc'].map((digest) => ({ digest, bytes: 2 }) as PartRef);
  const partsFrom = async (fetch: Fetch) => {
    const parts: string[] = [];
    const take = (_: PartRef, bytes: Uint8Array) => void parts.push(new TextDecoder().decode(bytes));
    const failure = await createApiClient(options(fetch))
      .parts(refs, take, signal)
      .catch((error: unknown) => error);
    return { parts, failure };
  };

  it('come from one answer', async () => {
    const { parts, failure } = await partsFrom(async (url, init) => {
      expect([url, init.method, init.body]).toEqual([
        'https://api.example/tl/v1/parts',
        'POST',
        '{"digests":["aa","bb","cc"]}',
      ]);
      return new Response('aabbcc');
    });
    expect({ parts, failure }).toEqual({ parts: ['aa', 'bb', 'cc'], failure: undefined });
  });

  it.each([
    ['problem', () => problem(404, 'not-found')],
    ['page', () => new Response('', { status: 404 })],
    ['refusal of the method', () => new Response('', { status: 405 })],
  ])('come one by one from an API that does not know packs (%s)', async (_, refuse) => {
    const { parts, failure } = await partsFrom(async (url) =>
      url.endsWith('/v1/parts') ? refuse() : new Response(url.slice(-2)),
    );
    expect({ parts, failure }).toEqual({ parts: ['aa', 'bb', 'cc'], failure: undefined });
  });

  it('come as far as they are there', async () => {
    const short = await partsFrom(async () => new Response('aab'));
    expect(short).toMatchObject({ parts: ['aa'], failure: { kind: 'bad-data' } });
    const long = await partsFrom(async () => new Response('aabbccd'));
    expect(long.failure).toMatchObject({ kind: 'bad-data' });
    const gone = await partsFrom(async (url) =>
      url.endsWith('aa') ? new Response('aa') : problem(404, 'not-found'),
    );
    expect(gone).toMatchObject({ parts: ['aa'], failure: { kind: 'bad-data' } });
  });
});
