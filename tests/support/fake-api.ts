import { allParts } from '../../lib/contract/all-parts.ts';
import type { ClientPolicy } from '../../lib/contract/client-policy.ts';
import type { Communication } from '../../lib/contract/communications.ts';
import type { Feedback } from '../../lib/contract/feedback.ts';
import { type Manifest, PROTOCOL_VERSION } from '../../lib/contract/manifest.ts';
import type { Me, TeamOverlays } from '../../lib/contract/me.ts';
import { PROBLEM_TYPE, type ProblemCode } from '../../lib/contract/problem.ts';
import { buildChanges, buildLayer, type FakeAccount, layerParts, type PartStore } from './build-parts.ts';
import { sampleGlyphs, sampleMoney, samplePolicy, sampleWords } from './sample-rows.ts';

export interface FakeScope {
  scope: string;
  accounts: FakeAccount[];
  /** What the base says where it is another one; the difference is published as changes. */
  base?: FakeAccount[];
  money?: boolean;
}

/** An API in memory: answers `fetch` like the real one, and every publication it ever made can be looked up. */
export class FakeApi {
  readonly parts: PartStore = new Map();
  readonly published = new Map<string, { manifest: Manifest; scopes: FakeScope[] }>();
  user = 'p1';
  role: Me['role'] = 'rep';
  token = 'good-token';
  overlays: TeamOverlays | null = null;
  clientPolicy: ClientPolicy = { minimumVersion: null, adaptersOff: [], message: null };
  feedback: Feedback[] = [];
  communications: Communication[] = [];
  /** Requests answered, oldest first: method and path. */
  readonly log: string[] = [];
  /** Server clock, ms. */
  now: () => number;
  #current: Manifest | null = null;
  #count = 0;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  get version(): string | null {
    return this.#current?.version ?? null;
  }

  publish(scopes: FakeScope[]): Manifest {
    this.#count++;
    const manifest: Manifest = {
      protocol: PROTOCOL_VERSION,
      version: `v${this.#count}`,
      company: 'Sample',
      currency: 'EUR',
      evaluation: {
        id: `e${this.#count}`,
        asOf: '2026-10-31',
        policyVersion: '1',
        publishedAt: '2026-11-01T00:00:00Z',
      },
      policy: samplePolicy,
      glyphs: sampleGlyphs,
      scopes: scopes.map(({ scope, accounts, base, money }) => ({
        scope,
        name: scope,
        layers: (money ? (['words', 'money'] as const) : (['words'] as const)).map((layer) =>
          layerParts(
            layer,
            accounts.length,
            buildLayer(this.parts, layer, base ?? accounts),
            base === undefined ? [] : buildChanges(this.parts, layer, base, accounts),
          ),
        ),
      })),
    };
    this.#current = manifest;
    this.published.set(manifest.version, { manifest, scopes });
    return manifest;
  }

  /** Goes back to an earlier publication, or to none. */
  rollBack(version: string | null): void {
    this.#current = version === null ? null : (this.published.get(version)?.manifest ?? null);
  }

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const { pathname } = new URL(address);
    const method = init.method ?? 'GET';
    this.log.push(`${method} ${pathname}`);
    const headers = new Headers(init.headers);
    if (headers.get('authorization') !== `Bearer ${this.token}`) return problem(401, 'not-signed-in');
    if (pathname === '/v1/me') return Response.json(this.me());
    if (pathname === '/v1/cache-key') return Response.json({ key: fakeKey(this.user) });
    if (pathname === '/v1/client-policy') return Response.json(this.clientPolicy);
    if (pathname === '/v1/manifest') return this.#manifest(headers.get('if-none-match'));
    if (pathname === '/v1/lookup') return this.#lookup(JSON.parse(String(init.body)).keys as string[]);
    if (pathname === '/v1/parts' && method === 'GET') return this.#allParts();
    if (pathname === '/v1/parts') return this.#pack(JSON.parse(String(init.body)).digests as string[]);
    if (pathname.startsWith('/v1/parts/')) return this.#part(pathname.slice('/v1/parts/'.length));
    if (method === 'PUT' && pathname.startsWith('/v1/teams/')) return this.#putOverlays(String(init.body));
    const body = init.body === undefined ? null : JSON.parse(String(init.body));
    if (pathname === '/v1/feedback') return this.#feedback(body);
    if (pathname === '/v1/communications') return this.#communications(body, new URL(address).searchParams);
    return problem(404, 'not-found');
  };

  /** Operations answer a report. */
  answer(id: string, text: string): void {
    const answer = { text, by: 'Olga', at: new Date(this.now()).toISOString() };
    this.feedback = this.feedback.map((item) => (item.id === id ? { ...item, answer } : item));
  }

  #feedback(input: Feedback | null): Response {
    if (input === null) return Response.json({ feedback: this.feedback });
    if (input.accountId === 'gone') return problem(404, 'not-found');
    const createdAt = new Date(this.now()).toISOString();
    const stored = { ...input, createdAt, own: true, reporter: 'Kim', answer: null };
    this.feedback = [stored, ...this.feedback.filter(({ id }) => id !== input.id)];
    return Response.json(stored);
  }

  #communications(input: Communication | null, query: URLSearchParams): Response {
    if (input === null) {
      const of = this.communications.filter(({ accountId }) => accountId === query.get('account'));
      return Response.json({ communications: of });
    }
    const stored = { ...input, by: 'Kim', own: true };
    this.communications = [stored, ...this.communications.filter(({ id }) => id !== input.id)];
    return Response.json(stored);
  }

  me(): Me {
    return {
      user: this.user,
      name: 'Kim',
      role: this.role,
      team: 't1',
      teamName: 'Team 1',
      scopes: this.#current?.scopes.map(({ scope }) => scope) ?? [],
      layers: ['words'],
      manifestVersion: this.version,
      overlays: this.overlays,
      counts: null,
      feedback: { answered: this.feedback.filter(({ answer }) => answer !== null).length, open: null },
      company: 'Sample',
      serverTime: new Date(this.now()).toISOString(),
    };
  }

  #manifest(etag: string | null): Response {
    if (this.#current === null) return problem(404, 'not-published');
    const current = `"${this.#current.version}"`;
    if (etag === current) return new Response(null, { status: 304, headers: { etag: current } });
    return Response.json(this.#current, { headers: { etag: current } });
  }

  #part(digest: string): Response {
    const bytes = this.parts.get(digest);
    return bytes === undefined ? problem(404, 'not-found') : new Response(bytes);
  }

  #pack(digests: string[]): Response {
    const parts = digests.map((digest) => this.parts.get(digest));
    return parts.includes(undefined) ? problem(404, 'not-found') : new Response(new Blob(parts as never));
  }

  #allParts(): Response {
    if (this.#current === null) return problem(404, 'not-published');
    const answer = this.#pack(allParts(this.#current).map(({ digest }) => digest));
    answer.headers.set('etag', `"${this.#current.version}"`);
    return answer;
  }

  #lookup(keys: string[]): Response {
    const scopes = this.published.get(this.version ?? '')?.scopes ?? [];
    const rows = scopes.flatMap(({ accounts, money }) =>
      accounts.flatMap((account) =>
        account.keys
          .filter((key) => keys.includes(key))
          .map((key) => ({
            key,
            glyph: account.glyph ?? 1,
            words: sampleWords(account.id, account.name, account.keys, account.glyph),
            money: money ? sampleMoney(account.id, account.db3 ?? 0) : null,
          })),
      ),
    );
    return Response.json({ rows });
  }

  #putOverlays(body: string): Response {
    const input = JSON.parse(body) as Pick<TeamOverlays, 'settings' | 'until' | 'locked'>;
    this.overlays = { ...input, team: 't1', setBy: this.user, updatedAt: new Date(this.now()).toISOString() };
    return Response.json(this.overlays);
  }
}

/** 32 bytes that depend on the user. */
function fakeKey(user: string): string {
  return btoa(user.padEnd(32, '.').slice(0, 32));
}

export function problem(status: number, code: ProblemCode): Response {
  const body = { type: `${PROBLEM_TYPE}${code}`, title: code, status, detail: 'what to do' };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
