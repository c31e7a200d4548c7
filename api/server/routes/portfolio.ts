import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { CompanyFigures, PortfolioFigures, type TeamGroup } from '../../../lib/contract/portfolio.ts';
import { byCodeUnit } from '../../../lib/util/code-unit-order.ts';
import { lastDayOf } from '../../../lib/util/month.ts';
import { companyOf, currentEvaluation } from '../../publish/current-evaluation.ts';
import { callerSettings } from '../../store/caller.ts';
import type { Database } from '../../store/schema.ts';
import { documented } from '../documented.ts';
import type { Environment, Services } from '../environment.ts';
import { ApiProblem } from '../problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/portfolio',
  summary:
    'Team figures for leads and operations: territories added up, limits, for operations the company. No person.',
  security: [{ token: [] }],
  responses: {
    200: {
      description: 'Figures of the last evaluation.',
      content: { 'application/json': { schema: documented(PortfolioFigures) } },
    },
  },
});

export function portfolio(app: OpenAPIHono<Environment>, { store }: Services): void {
  app.openapi(route, async (c) => {
    const caller = c.get('caller');
    if (caller.role !== 'lead' && caller.role !== 'operations') {
      throw new ApiProblem('forbidden', 'Only leads and operations see team figures. Ask your lead.');
    }
    const figures = await store.restricted(callerSettings(caller), async (db) => {
      const evaluation = await currentEvaluation(db);
      const company = await companyOf(db);
      if (!evaluation || !company) return null;
      const stored = await summaryOf(db, evaluation.evaluation_id);
      return {
        evaluationId: evaluation.evaluation_id,
        asOf: lastDayOf(evaluation.as_of),
        policyVersion: evaluation.policy_version,
        currency: company.currency,
        team: await teamGroups(db),
        limits: stored?.limits ?? [],
        company: caller.role === 'operations' ? stored : null,
      };
    });
    if (!figures) throw new ApiProblem('not-published', 'Nothing is published yet. Run tierlens publish.');
    return c.json(figures, 200);
  });
}

/** Null for an evaluation of an older version, which kept less. */
async function summaryOf(db: Kysely<Database>, evaluationId: string): Promise<CompanyFigures | null> {
  const row = await db
    .selectFrom('evaluation_summaries')
    .select('summary')
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();
  return CompanyFigures.safeParse(row?.summary).data ?? null;
}

/** Row-level security leaves the caller's territories only. */
async function teamGroups(db: Kysely<Database>): Promise<z.infer<typeof TeamGroup>[]> {
  const { rows } = await sql<z.infer<typeof TeamGroup>>`
    select w.data ->> 'tier' as tier, w.data ->> 'state' as state, count(*)::int as accounts,
      sum((m.data ->> 'net')::bigint)::bigint as net, sum((m.data ->> 'db2')::bigint)::bigint as db2,
      sum((m.data ->> 'cts')::bigint)::bigint as cts, sum((m.data ->> 'db3')::bigint)::bigint as db3,
      sum((m.data ->> 'ledgerLine')::bigint)::bigint as "ledgerLine"
    from words_rows w join money_rows m using (account_id)
    group by 1, 2`.execute(db);
  return rows.sort((a, b) => byCodeUnit(a.tier, b.tier) || byCodeUnit(a.state, b.state));
}
