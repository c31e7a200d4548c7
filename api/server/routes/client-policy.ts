import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { ClientPolicy, NO_CLIENT_POLICY } from '../../../lib/contract/client-policy.ts';
import { crmNamed } from '../../../lib/crm/list.ts';
import { callerSettings } from '../../store/caller.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { ApiProblem } from '../problem.ts';
import { requireOperations } from '../require-operations.ts';

const path = '/v1/client-policy';
const answer = {
  200: { description: 'The policy.', content: { 'application/json': { schema: documented(ClientPolicy) } } },
};

const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'What holds for all extensions: lowest version, CRM adapters switched off by version, a message.',
  security: [{ token: [] }],
  responses: answer,
});

const writeRoute = createRoute({
  method: 'put',
  path,
  summary:
    'Set it: operations only. An adapter that misbehaves is silent within minutes, without a new version.',
  security: [{ token: [] }],
  request: { body: { required: true, content: { 'application/json': { schema: ClientPolicy } } } },
  responses: answer,
});

export function clientPolicy(app: OpenAPIHono<Environment>, { store, now }: Services): void {
  app.openapi(readRoute, async (c) => {
    const row = await store.restricted(callerSettings(c.get('caller')), (db) =>
      db.selectFrom('client_policy').select('document').executeTakeFirst(),
    );
    return c.json(row?.document ?? NO_CLIENT_POLICY, 200);
  });
  app.openapi(writeRoute, async (c) => {
    const caller = requireOperations(c.get('caller'));
    const policy = c.req.valid('json');
    const unknown = policy.adaptersOff.map(({ id }) => id).filter((id) => crmNamed(id) === null);
    if (unknown.length > 0) {
      throw new ApiProblem('invalid-request', `There is no CRM called ${unknown[0]}. See docs/crms.md.`);
    }
    const values = { document: JSON.stringify(policy), set_by: caller.name, updated_at: now() };
    await store.restricted(callerSettings(caller), (db) =>
      db
        .insertInto('client_policy')
        .values({ only_row: true, ...values })
        .onConflict((conflict) => conflict.column('only_row').doUpdateSet(values))
        .execute(),
    );
    return c.json(policy, 200);
  });
}
