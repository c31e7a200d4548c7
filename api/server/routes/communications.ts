import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Kysely } from 'kysely';
import {
  Communication,
  CommunicationInput,
  CommunicationList,
} from '../../../lib/contract/communications.ts';
import { localDay } from '../../local-day.ts';
import { currentEvaluation } from '../../publish/current-evaluation.ts';
import { callerSettings } from '../../store/caller.ts';
import type { Database } from '../../store/schema.ts';
import { listCommunications, storeCommunication } from '../communications.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { ApiProblem } from '../problem.ts';
import { requireAccount } from '../require-account.ts';

const path = '/v1/communications';
const DAY_MS = 86_400_000;

const listRoute = createRoute({
  method: 'get',
  path,
  summary:
    'What a customer was told about their package, when and how; by whom only for oneself and operations.',
  security: [{ token: [] }],
  request: { query: z.object({ account: z.string().min(1).max(255) }) },
  responses: {
    200: {
      description: 'Newest first, at most 100.',
      content: { 'application/json': { schema: documented(CommunicationList) } },
    },
  },
});

const writeRoute = createRoute({
  method: 'post',
  path,
  summary: 'Note that a customer was told. Sending the same id again is harmless.',
  security: [{ token: [] }],
  request: { body: { required: true, content: { 'application/json': { schema: CommunicationInput } } } },
  responses: {
    200: { description: 'Noted.', content: { 'application/json': { schema: documented(Communication) } } },
  },
});

export function communications(app: OpenAPIHono<Environment>, { store, now, onChange }: Services): void {
  app.openapi(listRoute, async (c) => {
    const caller = c.get('caller');
    const { account } = c.req.valid('query');
    const list = await store.restricted(callerSettings(caller), (db) =>
      listCommunications(db, caller, account),
    );
    return c.json({ communications: list }, 200);
  });
  app.openapi(writeRoute, async (c) => {
    const caller = c.get('caller');
    const input = c.req.valid('json');
    // The sender may already live in tomorrow.
    if (input.toldOn > localDay(new Date(now().getTime() + DAY_MS))) {
      throw new ApiProblem('invalid-request', 'toldOn: the day lies in the future. Note it when it is done.');
    }
    const stored = await store.restricted(callerSettings(caller), async (db) => {
      await requireAccount(db, input.accountId);
      await requireLevel(db, input.level);
      return storeCommunication(db, caller, input, now());
    });
    if (!stored) throw new ApiProblem('invalid-request', 'id: this id is taken. Make a new one.');
    onChange?.();
    return c.json(stored, 200);
  });
}

/** A level of an older policy stays valid: an entry may have waited offline. */
async function requireLevel(db: Kysely<Database>, level: string): Promise<void> {
  const evaluation = await currentEvaluation(db);
  if (!evaluation) throw new ApiProblem('not-published', 'Nothing is published yet. Run tierlens publish.');
  const rows = await db.selectFrom('evaluations').select('policy_words').execute();
  const known = rows.some(({ policy_words }) => policy_words.levels.some(({ id }) => id === level));
  if (!known) throw new ApiProblem('invalid-request', `level: the policy has no level ${level}.`);
}
