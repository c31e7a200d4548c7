import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { CacheKey, CacheKeyRequest } from '../../../lib/contract/cache-key.ts';
import { cacheKeyOf } from '../../auth/cache-key.ts';
import { callerSettings } from '../../store/caller.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/cache-key',
  summary: 'The key with which this device encrypts what it stores for me; the same at every asking.',
  security: [{ token: [] }],
  request: { body: { required: true, content: { 'application/json': { schema: CacheKeyRequest } } } },
  responses: {
    200: { description: 'The key.', content: { 'application/json': { schema: documented(CacheKey) } } },
  },
});

export function cacheKey(app: OpenAPIHono<Environment>, { store, now }: Services): void {
  app.openapi(route, async (c) => {
    const caller = c.get('caller');
    const { device } = c.req.valid('json');
    const key = await store.restricted(callerSettings(caller), (db) =>
      cacheKeyOf(db, { personId: caller.personId, device, now: now() }),
    );
    return c.json({ key }, 200);
  });
}
