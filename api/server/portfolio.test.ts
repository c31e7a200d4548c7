import { afterAll, beforeAll, expect, it } from 'vitest';
import { PortfolioFigures } from '../../lib/contract/portfolio.ts';
import { report } from '../report/report.ts';
import { createTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.store.close());

const figuresOf = async (person: 'lead' | 'south' | 'ops') =>
  PortfolioFigures.parse(await (await api.as(person, '/v1/portfolio')).json());

it('is refused to those who do not lead', async () => {
  for (const person of ['rep', 'inside'] as const) {
    const answer = await api.as(person, '/v1/portfolio');
    expect(answer.status).toBe(403);
    expect((await answer.json()).detail).toContain('Only leads and operations');
  }
});

it('a lead sees the own territories added up, and the limits; never the company or a person', async () => {
  const lead = await figuresOf('lead');
  const south = await figuresOf('south');
  const count = ({ team }: PortfolioFigures) => team.reduce((sum, { accounts }) => sum + accounts, 0);
  expect([count(lead), count(south), lead.company]).toEqual([3, 3, null]);
  expect(lead.limits.map(({ limit }) => limit)).toContain('L2');
  expect(JSON.stringify(lead)).not.toMatch(/Rita|Ingo|"a\d"/);
});

it('operations see the company: all ledgers cancel out', async () => {
  const { team, company } = await figuresOf('ops');
  expect(team.reduce((sum, { ledgerLine }) => sum + ledgerLine, 0)).toBe(0);
  expect(company?.yearEnd.sum).toBe(0);
  expect(company?.map.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(6);
  const { surplus = 0, deficit = 0 } = company?.ledger ?? {};
  expect(team.reduce((sum, { db3 }) => sum + db3, 0)).toBe(surplus - deficit);
  const reasons = Object.values(company?.deficitByReason ?? {});
  expect(reasons.reduce((sum, cents) => sum + cents, 0)).toBe(deficit);
});

it('the report carries the same evaluation', async () => {
  const { evaluation } = await report(api.store);
  const { company, evaluationId, policyVersion } = await figuresOf('ops');
  expect(evaluation).toMatchObject({ ...company, evaluationId, policyVersion, asOf: '2026-02-28' });
});
