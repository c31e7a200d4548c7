import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { allParts } from '../../lib/contract/all-parts.ts';
import type { Manifest, PartRef } from '../../lib/contract/manifest.ts';
import type { Me } from '../../lib/contract/me.ts';
import { accountPage } from './account-page.ts';
import {
  baseLayers,
  changedNumbers,
  changeLayers,
  type Edition,
  evaluationOf,
  manifestOf,
} from './publication.ts';
import { generatedAccount, numberOf } from './rows.ts';

/**
 * The API's end points of a sync over parts that the API's own part builder made, and the same accounts as lines of
 * JSON for the peers, in a thread of its own: what it costs is the same for all.
 */
const TOKEN = 'bench-token';
const LINES_PER_CHUNK = 2_000;
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, if-none-match',
  'access-control-expose-headers': 'etag, retry-after',
  'access-control-max-age': '7200',
  'cache-control': 'no-store',
};
const parts = new Map<string, Buffer>();
let manifest: Manifest | null = null;
let manifestText = '';
let lines: Buffer[] = [];
let changedLines: Buffer = Buffer.alloc(0);
let sent = 0;
let requests = 0;
type BaseLayers = { scope: string; accounts: number; refs: PartRef[] }[];
const bases = new Map<string, BaseLayers>();
let base: BaseLayers = [];

function store(list: readonly { ref: PartRef; bytes: Uint8Array }[]): PartRef[] {
  for (const { ref, bytes } of list) parts.set(ref.digest, Buffer.from(bytes));
  return list.map(({ ref }) => ref);
}

/** Makes an edition the current one. @returns bytes of its parts, and of those of its changes */
async function publish(edition: Edition): Promise<{ bytes: number; changeBytes: number; parts: number }> {
  const key = `${edition.accounts}/${edition.evaluation}`;
  base = bases.get(key) ?? [];
  if (base.length === 0) {
    for await (const { scope, accounts, parts: made } of baseLayers(edition)) {
      base.push({ scope, accounts, refs: store(made) });
    }
    bases.set(key, base);
  }
  const changes = new Map<string, PartRef[]>();
  for await (const { scope, parts: made } of changeLayers(edition)) changes.set(scope, store(made));
  manifest = manifestOf(`${key}/${edition.changes}`, edition, base, changes);
  manifestText = JSON.stringify(manifest);
  const sum = (refs: readonly PartRef[]) => refs.reduce((total, { bytes }) => total + bytes, 0);
  const refs = base.flatMap((layer) => layer.refs);
  const changed = [...changes.values()].flat();
  return { bytes: sum(refs), changeBytes: sum(changed), parts: refs.length + changed.length };
}

/** Makes the lines that the peers read: all accounts of an edition, and those that changed. */
function writeLines(edition: Edition): { bytes: number } {
  const changed = new Set(changedNumbers(edition));
  const line = (n: number) =>
    `${JSON.stringify(generatedAccount(n, evaluationOf(edition, changed, n)).words)}\n`;
  lines = [];
  for (let from = 0; from < edition.accounts; from += LINES_PER_CHUNK) {
    const length = Math.min(LINES_PER_CHUNK, edition.accounts - from);
    lines.push(Buffer.from(Array.from({ length }, (_, i) => line(from + i)).join('')));
  }
  changedLines = Buffer.from([...changed].map(line).join(''));
  return { bytes: lines.reduce((sum, chunk) => sum + chunk.length, 0) };
}

/** All parts of the base, one after the other: the same bytes as a sync fetches, without any structure. */
function* allBytes(): Generator<Buffer> {
  for (const { refs } of base) for (const { digest } of refs) yield parts.get(digest) as Buffer;
}

function me(): Me {
  return {
    user: 'p1',
    name: 'Kim',
    role: 'rep',
    team: null,
    teamName: null,
    scopes: manifest?.scopes.map(({ scope }) => scope) ?? [],
    layers: ['words'],
    manifestVersion: manifest?.version ?? null,
    overlays: null,
    counts: null,
    company: 'Bench',
    serverTime: new Date().toISOString(),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const end = (body: Buffer | string, type: string, more: Record<string, string> = {}) =>
    void response.writeHead(200, { ...CORS, 'content-type': type, ...more }).end(body);
  const json = (value: unknown) => end(JSON.stringify(value), 'application/json');
  if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
  requests++;
  if (pathname === '/' || pathname.startsWith('/accounts/')) {
    const number = numberOf(pathname.slice('/accounts/'.length));
    const page = accountPage(number === null ? null : generatedAccount(number, 0).words);
    return end(page, 'text/html; charset=utf-8');
  }
  if (pathname === '/lines') return stream(response, lines);
  if (pathname === '/changed-lines') return end(changedLines, 'application/x-ndjson');
  if (pathname === '/bytes') return stream(response, allBytes());
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    return void response.writeHead(401, CORS).end();
  }
  if (pathname === '/v1/me') return json(me());
  if (pathname === '/v1/cache-key') return json({ key: Buffer.alloc(32, 7).toString('base64') });
  if (pathname === '/v1/client-policy') return json({ minimumVersion: null, adaptersOff: [], message: null });
  if (manifest === null && (pathname === '/v1/manifest' || pathname === '/v1/parts')) {
    return void response.writeHead(404, CORS).end();
  }
  if (pathname === '/v1/manifest') {
    return end(manifestText, 'application/json', { etag: `"${manifest?.version}"` });
  }
  if (pathname === '/v1/parts' && request.method === 'GET') {
    response.setHeader('etag', `"${manifest?.version}"`);
    const all = allParts(manifest as Manifest).map(({ digest }) => parts.get(digest) as Buffer);
    sent += all.reduce((sum, { length }) => sum + length, 0);
    return stream(response, all);
  }
  if (pathname === '/v1/parts') {
    const asked: Buffer[] = [];
    for await (const chunk of request) asked.push(chunk as Buffer);
    const { digests } = JSON.parse(Buffer.concat(asked).toString()) as { digests: string[] };
    const pack = Buffer.concat(digests.map((digest) => parts.get(digest) as Buffer));
    sent += pack.length;
    return end(pack, 'application/octet-stream');
  }
  const part = parts.get(pathname.slice('/v1/parts/'.length));
  if (part === undefined) return void response.writeHead(404, CORS).end();
  sent += part.length;
  end(part, 'application/octet-stream');
}

async function stream(response: ServerResponse, chunks: Iterable<Buffer>): Promise<void> {
  response.writeHead(200, { ...CORS, 'content-type': 'application/octet-stream' });
  for (const chunk of chunks) if (!response.write(chunk)) await once(response, 'drain');
  response.end();
}

/** Back to before the first publication. */
function unpublish(): void {
  manifest = null;
}

const commands = {
  publish,
  unpublish,
  writeLines,
  counters: () => {
    const read = { sent, requests };
    sent = 0;
    requests = 0;
    return read;
  },
};

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.on(
  'message',
  async ({ id, verb, options }: { id: number; verb: keyof typeof commands; options: never }) => {
    parentPort?.postMessage({ id, value: await commands[verb](options) });
  },
);
parentPort?.postMessage({ id: 0, value: (server.address() as AddressInfo).port });
