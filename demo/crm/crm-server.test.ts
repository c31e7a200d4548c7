import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrmData } from './crm-data.ts';
import { type SampleCrm, startSampleCrm } from './crm-server.ts';
import type { SessionView } from './session.ts';

const account = (id: string, name: string, parentId = ''): CrmData['accounts'][number] => ({
  id,
  number: `K${id}`,
  name,
  industry: '',
  city: 'Kiel',
  territory: 'Nord',
  owner: '',
  website: '',
  since: '2020-01-01',
  parentId,
  profile: 'secret-profile',
});

const data: CrmData = {
  accounts: [account('1', 'Adler Ökotechnik'), account('2', 'Birke', '1')],
  contacts: [
    {
      id: '7',
      accountId: '2',
      accountName: 'Birke',
      name: 'Eva Ast',
      title: '',
      email: 'eva@x.example',
      phone: '',
    },
  ],
  tickets: [],
  activities: new Map([['K1', [{ occurredOn: '2026-01-05', type: 'visit', minutes: null }]]]),
};

const switched: string[] = [];
const view = { signedIn: 'lead', people: [], highlights: [], note: '' } as unknown as SessionView;
let crm: SampleCrm;
let base: string;

beforeAll(async () => {
  crm = await startSampleCrm(
    data,
    {
      view: async () => view,
      switchTo: async (role) => {
        switched.push(role);
        return view;
      },
    },
    { port: 0 },
  );
  // Node resolves no *.localhost names on some systems; browsers always do.
  base = crm.url.replace('sample-crm.localhost', '127.0.0.1');
});
afterAll(() => crm.close());

const get = async (path: string): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(base + path);
  return { status: response.status, body: await response.json() };
};

describe('sample CRM', () => {
  it('answers every address of the app with its page', async () => {
    for (const path of ['/', '/accounts', '/accounts/1/tickets', '/search?q=x']) {
      const response = await fetch(base + path);
      expect(await response.text(), path).toContain('<main></main>');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  it('shows accounts with parents and subsidiaries, but not how they were made up', async () => {
    const { body } = await get('/data/accounts/1');
    expect(body).toMatchObject({
      name: 'Adler Ökotechnik',
      parent: null,
      subsidiaries: [{ id: '2', name: 'Birke' }],
    });
    expect((await get('/data/accounts/2')).body).toMatchObject({
      parent: { id: '1' },
      contacts: [{ id: '7' }],
    });
    expect(JSON.stringify([body, (await get('/data/accounts')).body])).not.toContain('secret-profile');
  });

  it('searches names without regard to capitals and says 404 where there is nothing', async () => {
    expect((await get('/data/search?q=%C3%96KO')).body).toMatchObject({
      accounts: [{ id: '1' }],
      contacts: [],
    });
    expect((await get('/data/search?q=')).body).toEqual({ accounts: [], contacts: [], tickets: [] });
    expect((await get('/data/accounts/99')).status).toBe(404);
    expect((await get('/data/elsewhere')).status).toBe(404);
  });

  it('serves nothing but its own site', async () => {
    for (const path of ['/site/..%2Fcrm-server.ts', '/site/missing.js', '/site/views/../../crm-data.ts']) {
      const response = await fetch(base + path);
      expect(await response.text(), path).not.toContain('import ');
    }
  });

  it('lets only its own pages switch who is signed in', async () => {
    const post = (origin: string | null, role: string): Promise<Response> =>
      fetch(`${base}/switch`, {
        method: 'POST',
        headers: origin ? { origin } : {},
        body: JSON.stringify({ role }),
      });
    expect((await post(null, 'rep')).status).toBe(403);
    expect((await post('https://elsewhere.example', 'rep')).status).toBe(403);
    expect((await post(base, 'emperor')).status).toBe(400);
    expect((await post(base, 'toString')).status).toBe(400);
    expect(switched).toEqual([]);
    expect((await post(base, 'rep')).status).toBe(200);
    expect(switched).toEqual(['rep']);
  });

  it('refuses a taken port', async () => {
    const port = Number(new URL(base).port);
    await expect(startSampleCrm(data, null, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
