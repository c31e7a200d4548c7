import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientPolicy, NO_CLIENT_POLICY } from '../../lib/contract/client-policy.ts';
import { createTestApi, PEOPLE, type PersonId, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.store.close());

const read = async (person: PersonId) =>
  ClientPolicy.parse(await (await api.as(person, '/v1/client-policy')).json());
const put = (person: PersonId, body: unknown) =>
  api.as(person, '/v1/client-policy', { method: 'PUT', body: JSON.stringify(body) });
const policy = (change: Partial<ClientPolicy> = {}): ClientPolicy => ({
  minimumVersion: '1.2',
  adaptersOff: [{ id: 'salesforce', from: '1.0', to: '1.2.3' }],
  message: 'Salesforce is out until noon.',
  ...change,
});

describe('the client policy', () => {
  it('says nothing until operations set it', async () => {
    expect(await read('rep')).toEqual(NO_CLIENT_POLICY);
  });

  it('is refused to nobody who is signed in, and to everybody who is not', async () => {
    for (const person of PEOPLE) expect((await api.as(person, '/v1/client-policy')).status).toBe(200);
    expect((await api.app.request('/v1/client-policy')).status).toBe(401);
  });

  it.each(['rep', 'inside', 'lead', 'south'] as const)('cannot be set by %s', async (person) => {
    const response = await put(person, policy({ message: `from ${person}` }));
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await read(person)).toEqual(NO_CLIENT_POLICY);
  });

  it('set by operations reaches everybody, and the next word replaces the last', async () => {
    expect((await put('ops', policy())).status).toBe(200);
    for (const person of PEOPLE) expect(await read(person)).toEqual(policy());
    expect((await put('ops', NO_CLIENT_POLICY)).status).toBe(200);
    expect(await read('rep')).toEqual(NO_CLIENT_POLICY);
  });

  it.each([
    ['a CRM that does not exist', policy({ adaptersOff: [{ id: 'salesfroce' }] }), 'salesfroce'],
    ['a version that is none', { ...policy(), minimumVersion: 'latest' }, 'minimumVersion'],
    ['a message that is too long', policy({ message: 'x'.repeat(301) }), 'message'],
  ])('refuses %s and keeps what holds', async (_, body, word) => {
    const before = await read('ops');
    const response = await put('ops', body);
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toContain(word);
    expect(await read('rep')).toEqual(before);
  });
});
