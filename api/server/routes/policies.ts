import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  ActivateInput,
  PolicyFindings,
  PolicyPreview,
  PolicySource,
  PolicyVersions,
  SimulateInput,
} from '../../../lib/contract/policies.ts';
import { localDay } from '../../local-day.ts';
import { activatePolicy, previewPolicy } from '../../policy/activate-policy.ts';
import { lintText } from '../../policy/lint/lint-file.ts';
import { draftPolicy, listPolicies, policySource } from '../../policy/policy-versions.ts';
import { callerSettings } from '../../store/caller.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { requireOperations } from '../require-operations.ts';

const path = '/v1/policies';
const security = [{ token: [] as string[] }];
const params = z.object({ version: z.string().max(40) });
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});
const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { description, content: { 'application/json': { schema: documented(schema) } } },
});

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'Versions of the business concept: drafts, and which one holds since when. Operations only.',
  security,
  responses: answer('Versions.', PolicyVersions),
});
const readRoute = createRoute({
  method: 'get',
  path: `${path}/{version}`,
  summary: 'The document of a version, as it was written. Operations only.',
  security,
  request: { params },
  responses: answer('The document.', PolicySource),
});
const draftRoute = createRoute({
  method: 'post',
  path,
  summary: 'Keep a concept as a draft under its version number; the caller is its drafter. Operations only.',
  security,
  request: { body: json(PolicySource) },
  responses: answer('Its number.', z.object({ version: z.string() })),
});
const lintRoute = createRoute({
  method: 'post',
  path: `${path}/lint`,
  summary:
    'Findings on a concept, each with its line, the reason and a cure; nothing is stored. Operations only.',
  security,
  request: { body: json(PolicySource) },
  responses: answer('Findings.', PolicyFindings),
});
const simulateRoute = createRoute({
  method: 'post',
  path: `${path}/{version}/simulate`,
  summary:
    'Who would change tier, level and state, both ledgers and loads; nothing is stored. Operations only.',
  security,
  request: { params, body: json(SimulateInput) },
  responses: answer('What would change.', PolicyPreview),
});
const activateRoute = createRoute({
  method: 'post',
  path: `${path}/{version}/activate`,
  summary: 'Approve a draft from a day on: a second person, who names the preview read. Operations only.',
  security,
  request: { params, body: json(ActivateInput) },
  responses: answer('All versions.', PolicyVersions),
});

export function policies(app: OpenAPIHono<Environment>, { store, now }: Services): void {
  const versions = async (caller: ReturnType<typeof requireOperations>) => {
    const list = await store.restricted(callerSettings(caller), (db) => listPolicies(db, localDay(now())));
    return {
      versions: list.map(({ draftedAt, approvedAt, ...version }) => ({
        ...version,
        draftedAt: draftedAt.toISOString(),
        approvedAt: approvedAt?.toISOString() ?? null,
      })),
    };
  };
  app.openapi(listRoute, async (c) => c.json(await versions(requireOperations(c.get('caller'))), 200));
  app.openapi(lintRoute, async (c) => {
    requireOperations(c.get('caller'));
    const found = lintText(c.req.valid('json').source, 'policy', { today: localDay(now()) });
    return c.json({ findings: found.map((finding) => ({ ...finding, path: [...finding.path] })) }, 200);
  });
  app.openapi(draftRoute, async (c) => {
    const { personId } = requireOperations(c.get('caller'));
    const { source } = c.req.valid('json');
    // The web role may read versions only: what it sends is checked first, then written by the owner.
    const draft = await store.write((session) => draftPolicy(session, { source, by: personId, now: now() }));
    return c.json(draft, 200);
  });
  app.openapi(readRoute, async (c) => {
    const caller = requireOperations(c.get('caller'));
    const { version } = c.req.valid('param');
    const source = await store.restricted(callerSettings(caller), (db) => policySource(db, version));
    return c.json({ source }, 200);
  });
  app.openapi(simulateRoute, async (c) => {
    requireOperations(c.get('caller'));
    const { version } = c.req.valid('param');
    const { quartersBack } = c.req.valid('json');
    const { simulation, digest } = await previewPolicy(store, version, { now: now(), quartersBack });
    return c.json(PolicyPreview.parse({ digest, quarters: simulation }), 200);
  });
  app.openapi(activateRoute, async (c) => {
    const caller = requireOperations(c.get('caller'));
    const { version } = c.req.valid('param');
    const approval = { version, approvedBy: caller.personId, now: now(), ...c.req.valid('json') };
    await activatePolicy(store, approval);
    return c.json(await versions(caller), 200);
  });
}
