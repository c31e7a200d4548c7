import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { TeamOverlays, TeamOverlaysInput } from '../../../lib/contract/me.ts';
import type { SignedIn } from '../../auth/authenticate.ts';
import { localDay } from '../../local-day.ts';
import { callerSettings } from '../../store/caller.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { ApiProblem } from '../problem.ts';
import { overlaysOf, setOverlays } from '../team-overlays.ts';

const params = z.object({ team: z.string().min(1).max(255) });
const path = '/v1/teams/{team}/overlays';
const Answer = TeamOverlays.nullable();

const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'Overlays set for a team; null where nothing is set or the last day has passed.',
  security: [{ token: [] }],
  request: { params },
  responses: {
    200: { description: 'What is set.', content: { 'application/json': { schema: documented(Answer) } } },
  },
});

const writeRoute = createRoute({
  method: 'put',
  path,
  summary: 'Set the overlays of a team: its lead, or operations. A toggle never widens rights.',
  security: [{ token: [] }],
  request: {
    params,
    body: { required: true, content: { 'application/json': { schema: TeamOverlaysInput } } },
  },
  responses: {
    200: { description: 'Set.', content: { 'application/json': { schema: documented(TeamOverlays) } } },
  },
});

export function overlays(app: OpenAPIHono<Environment>, { store, now }: Services): void {
  app.openapi(readRoute, async (c) => {
    const caller = c.get('caller');
    const { team } = c.req.valid('param');
    if (caller.team !== team && caller.role !== 'operations') {
      throw new ApiProblem('forbidden', 'Only members of the team and operations see its overlays.');
    }
    return c.json(await store.restricted(callerSettings(caller), (db) => overlaysOf(db, team, now())), 200);
  });
  app.openapi(writeRoute, async (c) => {
    const caller = c.get('caller');
    const { team } = c.req.valid('param');
    const input = c.req.valid('json');
    if (!mayLead(caller, team)) {
      throw new ApiProblem('forbidden', 'Only the lead of the team and operations set its overlays.');
    }
    if (input.until !== null && input.until < localDay(now())) {
      throw new ApiProblem('invalid-request', 'The last day lies in the past. Choose today or later.');
    }
    const stored = await store.restricted(callerSettings(caller), async (db) => {
      const member = await db
        .selectFrom('people')
        .select('person_id')
        .where('team', '=', team)
        .executeTakeFirst();
      if (!member)
        throw new ApiProblem('not-found', `There is no team ${team}. Check its name in people.csv.`);
      await setOverlays(db, team, input, caller, now());
      return overlaysOf(db, team, now());
    });
    if (!stored) throw new Error('overlays were set and cannot be read back');
    return c.json(stored, 200);
  });
}

function mayLead({ role, team }: SignedIn, wanted: string): boolean {
  return role === 'operations' || (role === 'lead' && team === wanted);
}
