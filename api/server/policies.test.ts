import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PolicyPreview, PolicyVersions } from '../../lib/contract/policies.ts';
import { createToken } from '../auth/tokens.ts';
import { DEFAULT_POLICY_PATH } from '../policy/load-policy.ts';
import { TODAY } from '../test-company.ts';
import { createTestApi, type PersonId, type TestApi } from './test-api.ts';

const source = readFileSync(DEFAULT_POLICY_PATH, 'utf8').replace('version: 1.0.0', 'version: 2.0.0');
let api: TestApi;
let second: string;
beforeAll(async () => {
  api = await createTestApi();
  await api.store.write(({ db }) =>
    db
      .insertInto('people')
      .values({
        person_id: 'ops2',
        name: 'Otto Ops',
        email: '',
        phone: '',
        pool: 'inside',
        team: null,
        role: 'operations',
        territories: [],
      })
      .execute(),
  );
  second = (await createToken(api.store, { personId: 'ops2', name: 't', now: TODAY })).token;
});
afterAll(() => api.store.close());

const post = (person: PersonId, path: string, body: unknown) =>
  api.as(person, path, { method: 'POST', body: JSON.stringify(body) });
const postAsSecond = (path: string, body: unknown) =>
  api.app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${second}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

it('nobody but operations sees or changes a policy', async () => {
  for (const person of ['rep', 'inside', 'lead'] as const) {
    expect((await api.as(person, '/v1/policies')).status).toBe(403);
    expect((await api.as(person, '/v1/policies/2.0.0')).status).toBe(403);
    for (const path of ['', '/lint', '/2.0.0/simulate', '/2.0.0/activate']) {
      const body = { source, quartersBack: 0, from: '2026-02-01', preview: 'x' };
      expect((await post(person, `/v1/policies${path}`, body)).status).toBe(403);
    }
  }
});

it('lint names line, reason and cure; faults keep a draft out', async () => {
  const faulty = source.replace('hysteresis: { value: 10 %', 'hysteresis: { value: 0 %');
  const { findings } = await (await post('ops', '/v1/policies/lint', { source: faulty })).json();
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'L-10', line: expect.any(Number) }));
  const broken = await post('ops', '/v1/policies', { source: source.replace('cap: KOMFORT', 'cap: GOLD') });
  expect(broken.status).toBe(400);
  expect((await broken.json()).detail).toContain('There is no level "GOLD"');
});

it('drafted by one, read and approved by another', async () => {
  expect(await (await post('ops', '/v1/policies', { source })).json()).toEqual({ version: '2.0.0' });
  expect(await (await api.as('ops', '/v1/policies/2.0.0')).json()).toEqual({ source });
  const answer = await post('ops', '/v1/policies/2.0.0/simulate', { quartersBack: 1 });
  const preview = PolicyPreview.parse(await answer.json());
  expect(preview.quarters.map(({ asOf }) => asOf)).toEqual(['2026-02', '2025-11']);
  const approval = { from: '2026-02-01', preview: preview.digest };
  const alone = await post('ops', '/v1/policies/2.0.0/activate', approval);
  expect((await alone.json()).detail).toContain('second person');
  const unread = await postAsSecond('/v1/policies/2.0.0/activate', { ...approval, preview: 'x' });
  expect((await unread.json()).detail).toContain('preview is missing');
  const approved = await postAsSecond('/v1/policies/2.0.0/activate', approval);
  expect(PolicyVersions.parse(await approved.json()).versions).toMatchObject([
    { version: '2.0.0', state: 'active', draftedBy: 'ops', approvedBy: 'ops2', validFrom: '2026-02-01' },
  ]);
});
