import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { AnswerInput, Feedback, FeedbackInput, FeedbackList } from '../../../lib/contract/feedback.ts';
import { callerSettings } from '../../store/caller.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { answerFeedback, listFeedback, storeFeedback } from '../feedback.ts';
import { ApiProblem } from '../problem.ts';
import { requireAccount } from '../require-account.ts';
import { requireOperations } from '../require-operations.ts';

const path = '/v1/feedback';
const one = {
  200: { description: 'The report.', content: { 'application/json': { schema: documented(Feedback) } } },
};
const Yes = z.literal('true').optional();

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'Reports that something is not right: one’s own, those of a lead’s customers, for operations all.',
  security: [{ token: [] }],
  request: { query: z.object({ account: z.string().max(255).optional(), mine: Yes, open: Yes }) },
  responses: {
    200: {
      description: 'Newest first, at most 500.',
      content: { 'application/json': { schema: documented(FeedbackList) } },
    },
  },
});

const reportRoute = createRoute({
  method: 'post',
  path,
  summary:
    'Report that something is not right, with the figures as seen. Sending the same id again is harmless.',
  security: [{ token: [] }],
  request: { body: { required: true, content: { 'application/json': { schema: FeedbackInput } } } },
  responses: one,
});

const answerRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/answer`,
  summary: 'Answer a report; the reporter reads it beside the customer. Operations only.',
  security: [{ token: [] }],
  request: {
    params: z.object({ id: z.string().max(64) }),
    body: { required: true, content: { 'application/json': { schema: AnswerInput } } },
  },
  responses: one,
});

export function feedback(app: OpenAPIHono<Environment>, { store, now }: Services): void {
  app.openapi(listRoute, async (c) => {
    const caller = c.get('caller');
    const { account, mine, open } = c.req.valid('query');
    const filter = { account, mine: mine === 'true', open: open === 'true' };
    const list = await store.restricted(callerSettings(caller), (db) => listFeedback(db, caller, filter));
    return c.json({ feedback: list }, 200);
  });
  app.openapi(reportRoute, async (c) => {
    const caller = c.get('caller');
    const input = c.req.valid('json');
    const stored = await store.restricted(callerSettings(caller), async (db) => {
      await requireAccount(db, input.accountId);
      return storeFeedback(db, caller, input, now());
    });
    if (!stored) throw new ApiProblem('invalid-request', 'id: this id is taken. Make a new one.');
    return c.json(stored, 200);
  });
  app.openapi(answerRoute, async (c) => {
    const caller = requireOperations(c.get('caller'));
    const { id } = c.req.valid('param');
    const { text } = c.req.valid('json');
    const stored = await store.restricted(callerSettings(caller), (db) =>
      answerFeedback(db, caller, id, text, now()),
    );
    if (!stored) throw new ApiProblem('not-found', `There is no report ${id}. List the open ones first.`);
    return c.json(stored, 200);
  });
}
