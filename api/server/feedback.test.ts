import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommunicationList } from '../../lib/contract/communications.ts';
import { Feedback, type FeedbackInput, FeedbackList } from '../../lib/contract/feedback.ts';
import { LookupResponse } from '../../lib/contract/lookup.ts';
import { Me } from '../../lib/contract/me.ts';
import { publishChanges } from '../publish/publish-changes.ts';
import { createTestApi, type PersonId, type TestApi } from './test-api.ts';

let api: TestApi;
/** Times that something was noted as changed. */
let noted = 0;
beforeAll(async () => {
  api = await createTestApi({ onChange: () => noted++ });
});
afterAll(() => api.store.close());

const report = (accountId: string, change: Partial<FeedbackInput> = {}): FeedbackInput => ({
  id: randomUUID(),
  accountId,
  kind: 'revenue_missing',
  text: 'Rechnung 4711 fehlt',
  seen: {
    at: '2026-03-15T11:00:00.000Z',
    recordKey: `samplecrm:-:account:${accountId}`,
    name: 'Adler GmbH',
    asOf: '2026-02-28',
    policyVersion: '1.0.0',
    tier: 'A',
    level: 'EXKLUSIV',
    assignedLevel: 'EXKLUSIV',
    state: 'carries',
    care: [{ pool: 'field', entitledMinutes: 480, deliveredMinutes: 60 }],
    money: null,
  },
  ...change,
});
const post = (person: PersonId, path: string, body: unknown) =>
  api.as(person, path, { method: 'POST', body: JSON.stringify(body) });
const listOf = async (person: PersonId, query = '') =>
  FeedbackList.parse(await (await api.as(person, `/v1/feedback${query}`)).json()).feedback;
const me = async (person: PersonId) => Me.parse(await (await api.as(person, '/v1/me')).json());

describe('reports', () => {
  it('are stored once with the figures as seen, however often they are sent', async () => {
    const sent = report('a1');
    for (const _ of [1, 2]) {
      const response = await post('rep', '/v1/feedback', sent);
      expect(response.status).toBe(200);
      expect(Feedback.parse(await response.json())).toMatchObject({
        ...sent,
        own: true,
        reporter: 'Rita Rep',
      });
    }
    expect((await listOf('rep', '?mine=true')).filter(({ id }) => id === sent.id)).toHaveLength(1);
  });

  it('are answered by operations, and the reporter reads the answer', async () => {
    const sent = report('a1');
    await post('rep', '/v1/feedback', sent);
    const before = await me('ops');
    expect((await listOf('ops', '?open=true')).map(({ id }) => id)).toContain(sent.id);
    for (const person of ['rep', 'lead'] as const) {
      expect((await post(person, `/v1/feedback/${sent.id}/answer`, { text: 'so' })).status).toBe(403);
    }
    expect((await post('ops', `/v1/feedback/${sent.id}/answer`, { text: '  ' })).status).toBe(400);
    expect((await post('ops', '/v1/feedback/nothing/answer', { text: 'x' })).status).toBe(404);
    const answered = await post('ops', `/v1/feedback/${sent.id}/answer`, { text: 'Wurde nachgebucht.' });
    expect(answered.status).toBe(200);
    const mine = (await listOf('rep', '?account=a1')).find(({ id }) => id === sent.id);
    expect(mine?.answer).toMatchObject({ text: 'Wurde nachgebucht.', by: 'Olga Ops' });
    expect((await me('rep')).feedback).toEqual({ answered: 1, open: null });
    expect((await me('ops')).feedback?.open).toBe((before.feedback?.open ?? 0) - 1);
  });

  it('show nobody else’s to a colleague, to a lead without the name', async () => {
    const sent = report('a1');
    await post('rep', '/v1/feedback', sent);
    const idsOf = async (person: PersonId) => (await listOf(person)).map(({ id }) => id);
    expect(await idsOf('inside')).not.toContain(sent.id);
    expect(await idsOf('south')).not.toContain(sent.id);
    const seenByLead = (await listOf('lead')).find(({ id }) => id === sent.id);
    expect(seenByLead).toMatchObject({ own: false, reporter: null });
  });

  it('are refused for other people’s customers, taken ids and long texts', async () => {
    expect((await post('rep', '/v1/feedback', report('a4'))).status).toBe(404);
    expect((await post('rep', '/v1/feedback', report('a1', { text: 'x'.repeat(2_001) }))).status).toBe(400);
    const sent = report('a1');
    await post('inside', '/v1/feedback', sent);
    expect((await post('rep', '/v1/feedback', sent)).status).toBe(400);
    expect((await listOf('rep')).map(({ id }) => id)).not.toContain(sent.id);
  });

  it('are kept apart by the database itself', async () => {
    const forged = api.store.restricted(
      { 'app.person': 'rep', 'app.role': 'rep', 'app.scopes': 'Nord', 'app.layers': 'words' },
      async (db) => {
        const seen = JSON.stringify(report('a1').seen);
        const row = { reporter: 'inside', reporter_name: 'x', kind: 'other', body: '', seen } as const;
        await db
          .insertInto('feedback')
          .values({ feedback_id: randomUUID(), account_id: 'a1', created_at: new Date(0), ...row })
          .execute();
      },
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('what the customer was told', () => {
  const entry = (change: object = {}) => ({
    id: randomUUID(),
    accountId: 'a1',
    level: 'EXKLUSIV',
    toldOn: '2026-03-14',
    channel: 'call',
    ...change,
  });
  const told = async (person: PersonId, account = 'a1') =>
    CommunicationList.parse(await (await api.as(person, `/v1/communications?account=${account}`)).json())
      .communications;

  it('is shared with the team without a name, and noted once', async () => {
    const sent = entry();
    for (const _ of [1, 2]) expect((await post('rep', '/v1/communications', sent)).status).toBe(200);
    const by = async (person: PersonId) =>
      (await told(person)).filter(({ id }) => id === sent.id).map((found) => [found.by, found.own]);
    expect(await by('rep')).toEqual([['Rita Rep', true]]);
    expect(await by('inside')).toEqual([[null, false]]);
    expect(await by('lead')).toEqual([[null, false]]);
    expect(await by('ops')).toEqual([['Rita Rep', false]]);
    expect(await told('south')).toEqual([]);
  });

  it('comes newest first', async () => {
    await post('rep', '/v1/communications', entry({ toldOn: '2026-01-02' }));
    const days = (await told('rep')).map(({ toldOn }) => toldOn);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('last stands on the row of everybody who sees the customer, without a name', async () => {
    noted = 0;
    const sent = entry({ accountId: 'a2', toldOn: '2026-03-13', level: 'BASIS' });
    await post('rep', '/v1/communications', sent);
    await post('rep', '/v1/communications', entry({ accountId: 'a2', toldOn: '2026-03-01' }));
    expect(noted).toBe(2);
    await publishChanges(api.store, { now: api.clock.now });
    const key = 'salesforce:acme:account:001A0000006Vm9rIAC';
    const { rows } = LookupResponse.parse(await (await post('inside', '/v1/lookup', { keys: [key] })).json());
    expect(rows[0]?.words.told).toEqual({ level: 'BASIS', toldOn: '2026-03-13', channel: 'call' });
  });

  it.each([
    ['another territory', { accountId: 'a4' }, 404],
    ['a level of no policy', { level: 'PLATIN' }, 400],
    ['a day to come', { toldOn: '2026-03-20' }, 400],
    ['no day', { toldOn: 'gestern' }, 400],
    ['an unknown channel', { channel: 'pigeon' }, 400],
  ])('is refused: %s', async (_, change, status) => {
    expect((await post('rep', '/v1/communications', entry(change))).status).toBe(status);
  });
});
