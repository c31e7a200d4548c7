import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { PROTOCOL_VERSION } from '../../../lib/contract/manifest.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';

const Health = z.object({ status: z.literal('ok'), product: z.literal('tierlens'), protocol: z.int() });

const route = createRoute({
  method: 'get',
  path: '/v1/health',
  summary: 'Is the API up and its store within reach? Needs no token.',
  responses: { 200: { description: 'Up.', content: { 'application/json': { schema: documented(Health) } } } },
});

export function health(app: OpenAPIHono<Environment>, { store }: Services): void {
  app.openapi(route, async (c) => {
    await store.restricted({}, (db) => sql`select 1`.execute(db));
    return c.json({ status: 'ok' as const, product: 'tierlens' as const, protocol: PROTOCOL_VERSION }, 200);
  });
}
