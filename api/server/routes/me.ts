import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Kysely } from 'kysely';
import { Me } from '../../../lib/contract/me.ts';
import type { SignedIn } from '../../auth/authenticate.ts';
import {
  companyOf,
  currentEvaluation,
  manifestVersion,
  publishedScopes,
} from '../../publish/current-evaluation.ts';
import { callerSettings } from '../../store/caller.ts';
import type { Database } from '../../store/schema.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { feedbackCounts } from '../feedback.ts';
import { overlaysOf } from '../team-overlays.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/me',
  summary: 'Who I am, what I may see, and whether there is anything new.',
  security: [{ token: [] }],
  responses: {
    200: { description: 'The caller.', content: { 'application/json': { schema: documented(Me) } } },
  },
});

export function me(app: OpenAPIHono<Environment>, { store, now }: Services): void {
  app.openapi(route, async (c) => {
    const caller = c.get('caller');
    const body = await store.restricted(callerSettings(caller), (db) => describe(db, caller, now()));
    return c.json(body, 200);
  });
}

async function describe(db: Kysely<Database>, caller: SignedIn, now: Date): Promise<Me> {
  const company = await companyOf(db);
  const evaluation = await currentEvaluation(db);
  return {
    user: caller.personId,
    name: caller.name,
    role: caller.role,
    team: caller.team,
    teamName: caller.team,
    scopes: [...caller.scopes],
    layers: [...caller.layers],
    manifestVersion:
      company && evaluation
        ? manifestVersion(company, evaluation, await publishedScopes(db, evaluation.evaluation_id), caller)
        : null,
    overlays: caller.team === null ? null : await overlaysOf(db, caller.team, now),
    counts: caller.role === 'lead' ? await waiting(db) : null,
    feedback: await feedbackCounts(db, caller),
    company: company?.name ?? '',
    serverTime: now.toISOString(),
  };
}

/** Within the caller's scopes: row-level security counts no others. */
async function waiting(db: Kysely<Database>): Promise<NonNullable<Me['counts']>> {
  const { best, pending } = await db
    .selectFrom('words_rows')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('waiting', '=', true).as('best'),
      fn.countAll<number>().filterWhere('undecided', '=', true).as('pending'),
    ])
    .executeTakeFirstOrThrow();
  return { bestWaiting: Number(best), decisionsPending: Number(pending) };
}
