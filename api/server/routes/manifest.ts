import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { allParts } from '../../../lib/contract/all-parts.ts';
import { Manifest, PartsRequest } from '../../../lib/contract/manifest.ts';
import { type Caller, callerSettings } from '../../store/caller.ts';
import type { Store } from '../../store/store.ts';
import { buildManifest } from '../build-manifest.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { ApiProblem } from '../problem.ts';
import { streamParts } from '../stream-parts.ts';

const manifestRoute = createRoute({
  method: 'get',
  path: '/v1/manifest',
  summary: 'All the caller may hold, and the digests of its parts. Answers 304 to a known ETag.',
  security: [{ token: [] }],
  responses: {
    200: { description: 'The manifest.', content: { 'application/json': { schema: documented(Manifest) } } },
    304: { description: 'Unchanged.' },
  },
});

const partRoute = createRoute({
  method: 'get',
  path: '/v1/parts/{digest}',
  summary: 'One part by the SHA-256 of its bytes, as far as the caller may see it.',
  security: [{ token: [] }],
  request: { params: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: {
    200: {
      description: 'The part: gzip data as stored, not a content encoding.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

const packRoute = createRoute({
  method: 'post',
  path: '/v1/parts',
  summary:
    'Several parts in one answer, in the order asked for; all of them, or none where one is not to be had.',
  security: [{ token: [] }],
  request: { body: { required: true, content: { 'application/json': { schema: PartsRequest } } } },
  responses: {
    200: {
      description: 'The parts, one after the other without anything between: the manifest tells their sizes.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

const allPartsRoute = createRoute({
  method: 'get',
  path: '/v1/parts',
  summary:
    'All parts of the manifest in one answer, in its order (base before changes, each once); its ETag is the manifest’s. For a first sync.',
  security: [{ token: [] }],
  responses: {
    200: {
      description:
        'The parts, one after the other without anything between. An answer that ends early means that something else was published meanwhile.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

export function manifest(app: OpenAPIHono<Environment>, { store }: Services): void {
  app.openapi(manifestRoute, async (c) => {
    const { built, etag } = await readManifest(store, c.get('caller'));
    c.header('etag', etag);
    return c.req.header('if-none-match') === etag ? c.body(null, 304) : c.json(built, 200);
  });
  app.openapi(partRoute, async (c) => {
    const { digest } = c.req.valid('param');
    const [part] = await readPack(store, c.get('caller'), [digest]);
    return c.body(new Uint8Array(part as Uint8Array), 200, {
      'content-type': 'application/octet-stream',
    }) as never;
  });
  app.openapi(packRoute, async (c) => {
    const { digests } = c.req.valid('json');
    const pack = await readPack(store, c.get('caller'), digests);
    return c.body(Buffer.concat(pack), 200, { 'content-type': 'application/octet-stream' }) as never;
  });
  app.openapi(allPartsRoute, async (c) => {
    const caller = c.get('caller');
    const { built, etag } = await readManifest(store, caller);
    const digests = allParts(built).map(({ digest }) => digest);
    const body = streamParts(digests, (some) => readPack(store, caller, some));
    c.header('etag', etag);
    return c.body(body, 200, { 'content-type': 'application/octet-stream' }) as never;
  });
}

/**
 * Parts in the order of their digests. Row-level security leaves out what is not the caller's, part by part.
 * @throws ApiProblem where one is not to be had
 */
async function readPack(store: Store, caller: Caller, digests: readonly string[]): Promise<Uint8Array[]> {
  const rows = await store.restricted(callerSettings(caller), (db) =>
    db.selectFrom('parts').select(['digest', 'bytes']).where('digest', 'in', digests).execute(),
  );
  const bytes = new Map(rows.map((row) => [row.digest, row.bytes]));
  return digests.map((digest) => {
    const part = bytes.get(digest);
    if (!part) throw noSuchPart();
    return part;
  });
}

/** @throws ApiProblem before the first publication */
async function readManifest(store: Store, caller: Caller): Promise<{ built: Manifest; etag: string }> {
  const built = await store.restricted(callerSettings(caller), (db) => buildManifest(db, caller));
  if (built) return { built, etag: `"${built.version}"` };
  throw new ApiProblem(
    'not-published',
    'Nothing is published yet. Operations publishes with tierlens publish.',
  );
}

function noSuchPart(): ApiProblem {
  return new ApiProblem('not-found', 'There is no such part for you. Fetch the manifest again.');
}
