import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { insertToken, listTokens, revokeToken, type TokenInfo } from '../../auth/tokens.ts';
import { callerSettings } from '../../store/caller.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { ApiProblem } from '../problem.ts';
import { requireOperations } from '../require-operations.ts';

const Moment = z.iso.datetime();
const Token = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  createdAt: Moment,
  expiresAt: Moment.nullable(),
  revokedAt: Moment.nullable(),
});
const TokenInput = z.object({
  personId: z.string().min(1).max(255),
  name: z.string().min(1).max(255),
  expiresAt: Moment.nullable().optional(),
});
const Created = z.object({ id: z.string(), token: z.string() });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/tokens',
  summary: 'All access tokens, without their secrets. Operations only.',
  security: [{ token: [] }],
  responses: {
    200: { description: 'Tokens.', content: { 'application/json': { schema: documented(z.array(Token)) } } },
  },
});
const createTokenRoute = createRoute({
  method: 'post',
  path: '/v1/tokens',
  summary: 'Create an access token for a person; its text is shown this once. Operations only.',
  security: [{ token: [] }],
  request: { body: { required: true, content: { 'application/json': { schema: TokenInput } } } },
  responses: {
    201: { description: 'Created.', content: { 'application/json': { schema: documented(Created) } } },
  },
});
const revokeRoute = createRoute({
  method: 'delete',
  path: '/v1/tokens/{id}',
  summary: 'End an access token at once. Operations only.',
  security: [{ token: [] }],
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 204: { description: 'It no longer holds.' } },
});

export function tokens(app: OpenAPIHono<Environment>, { store, now }: Services): void {
  app.openapi(listRoute, async (c) => {
    const caller = requireOperations(c.get('caller'));
    const list = await store.restricted(callerSettings(caller), listTokens);
    return c.json(list.map(shown), 200);
  });
  app.openapi(createTokenRoute, async (c) => {
    const caller = requireOperations(c.get('caller'));
    const { personId, name, expiresAt } = c.req.valid('json');
    const created = await store.restricted(callerSettings(caller), (db) =>
      insertToken(db, { personId, name, expiresAt: expiresAt ? new Date(expiresAt) : null, now: now() }),
    );
    return c.json(created, 201);
  });
  app.openapi(revokeRoute, async (c) => {
    const caller = requireOperations(c.get('caller'));
    const { id } = c.req.valid('param');
    const revoked = await store.restricted(callerSettings(caller), (db) => revokeToken(db, id, now()));
    if (!revoked) throw new ApiProblem('not-found', `There is no living token ${id}. List them first.`);
    return c.body(null, 204);
  });
}

function shown({ createdAt, expiresAt, revokedAt, ...rest }: TokenInfo) {
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
