import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allParts } from '../../lib/contract/all-parts.ts';
import { LookupResponse } from '../../lib/contract/lookup.ts';
import { MAX_PACK_PARTS, Manifest } from '../../lib/contract/manifest.ts';
import { Me, ROLES } from '../../lib/contract/me.ts';
import { MoneyRow } from '../../lib/contract/money-row.ts';
import { budget } from '../../tests/budget.ts';
import { textOfPart } from '../../tests/support/unpacked.ts';
import { createToken } from '../auth/tokens.ts';
import { publishChanges } from '../publish/publish-changes.ts';
import { TODAY } from '../test-company.ts';
import { createTestApi, type PersonId, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.store.close());

const KEYS = {
  a1: 'samplecrm:-:account:a1',
  contact: 'samplecrm:-:contact:c1',
  a2: 'salesforce:acme:account:001A0000006Vm9rIAC',
  a3: 'tierlens:-:account:a3',
  a4: 'samplecrm:-:account:a4',
  ticket: 'samplecrm:-:ticket:t4',
};
const TERRITORY_OF: Record<string, string> = {
  a1: 'Nord',
  a2: 'Nord',
  a3: 'West',
  a4: 'Süd',
  a5: 'Süd',
  a6: 'Süd',
};
/** Words of the money layer that no other layer may contain. */
const MONEY_FIELDS = Object.keys(MoneyRow.shape).filter(
  (field) => !['id', 'from', 'to', 'currency'].includes(field),
);

const manifestOf = async (person: PersonId) =>
  Manifest.parse(await (await api.as(person, '/v1/manifest')).json());
const digestsOf = (manifest: Manifest): string[] =>
  manifest.scopes.flatMap(({ layers }) => layers.flatMap(({ base }) => base.map(({ digest }) => digest)));
const packFor = (person: PersonId, digests: string[]) =>
  api.as(person, '/v1/parts', { method: 'POST', body: JSON.stringify({ digests }) });
const lookup = async (person: PersonId, keys: string[]) =>
  LookupResponse.parse(
    await (await api.as(person, '/v1/lookup', { method: 'POST', body: JSON.stringify({ keys }) })).json(),
  ).rows;

describe('me', () => {
  it.each([
    ['rep', ['Nord'], ['words'], null],
    ['inside', ['Nord', 'West'], ['words'], null],
    [
      'lead',
      ['Nord', 'West'],
      ['words', 'money'],
      { bestWaiting: expect.any(Number), decisionsPending: expect.any(Number) },
    ],
    ['ops', ['Nord', 'Süd', 'West'], ['words', 'money'], null],
  ] as const)('tells %s scopes and layers', async (person, scopes, layers, counts) => {
    const me = Me.parse(await (await api.as(person, '/v1/me')).json());
    expect(me).toMatchObject({ user: person, scopes, layers, counts, company: 'Kontor' });
    expect(me.manifestVersion).toBe((await manifestOf(person)).version);
  });
});

describe('manifest and parts', () => {
  it('name the own territories and layers only', async () => {
    const layersOf = async (person: PersonId) =>
      (await manifestOf(person)).scopes.map(({ scope, layers }) => [
        scope,
        ...layers.map(({ layer }) => layer),
      ]);
    expect(await layersOf('rep')).toEqual([['Nord', 'words']]);
    expect(await layersOf('south')).toEqual([['Süd', 'words', 'money']]);
    expect((await layersOf('ops')).length).toBe(3);
  });

  it('are served with the bytes and digest promised', async () => {
    const manifest = await manifestOf('lead');
    for (const part of manifest.scopes.flatMap(({ layers }) => layers.flatMap(({ base }) => base))) {
      const response = await api.as('lead', `/v1/parts/${part.digest}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.length).toBe(part.bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(part.digest);
      expect(response.headers.get('content-encoding')).toBeNull();
    }
  });

  it('are refused to whoever may not see them, though the digest is right', async () => {
    const all = (await manifestOf('ops')).scopes.flatMap(({ scope, layers }) =>
      layers.flatMap(({ layer, base }) => base.map(({ digest }) => ({ scope, layer, digest }))),
    );
    for (const { scope, layer, digest } of all) {
      const statusOf = async (person: PersonId) => (await api.as(person, `/v1/parts/${digest}`)).status;
      expect(await statusOf('rep')).toBe(scope === 'Nord' && layer === 'words' ? 200 : 404);
      expect(await statusOf('lead')).toBe(scope !== 'Süd' ? 200 : 404);
    }
  });

  it('come several at a time, in the order asked for', async () => {
    const digests = digestsOf(await manifestOf('lead')).reverse();
    const response = await packFor('lead', digests);
    const single = await Promise.all(
      digests.map(async (digest) =>
        Buffer.from(await (await api.as('lead', `/v1/parts/${digest}`)).arrayBuffer()),
      ),
    );
    expect(Buffer.concat(single).equals(Buffer.from(await response.arrayBuffer()))).toBe(true);
  });

  it.each(['rep', 'inside', 'lead', 'south', 'ops'] as const)(
    'come all in one answer to %s, in the order of the manifest and with its ETag',
    async (person) => {
      const manifest = await manifestOf(person);
      const refs = allParts(manifest);
      const response = await api.as(person, '/v1/parts');
      expect([response.status, response.headers.get('etag')]).toEqual([200, `"${manifest.version}"`]);
      const bytes = Buffer.from(await response.arrayBuffer());
      let at = 0;
      for (const ref of refs) {
        const part = bytes.subarray(at, at + ref.bytes);
        expect(createHash('sha256').update(part).digest('hex')).toBe(ref.digest);
        at += ref.bytes;
      }
      expect([refs.length > 0, at]).toEqual([true, bytes.length]);
    },
  );

  it('come not at all where one of several is not the own', async () => {
    const own = digestsOf(await manifestOf('rep'));
    const foreign = digestsOf(await manifestOf('ops')).filter((digest) => !own.includes(digest));
    expect((await packFor('rep', own)).status).toBe(200);
    for (const digest of [...foreign, '0'.repeat(64)]) {
      const refused = await packFor('rep', [...own, digest]);
      expect([refused.status, (await refused.json()).title]).toEqual([404, 'Not found']);
    }
    for (const digests of [[], ['x'], Array.from({ length: MAX_PACK_PARTS + 1 }, () => own[0] as string)]) {
      expect((await packFor('rep', digests)).status).toBe(400);
    }
  });

  it('answer 304 to the known version, and another version when rights change', async () => {
    const first = await api.as('rep', '/v1/manifest');
    const etag = first.headers.get('etag') as string;
    const again = await api.as('rep', '/v1/manifest', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await api.store.write(({ db }) =>
      db
        .updateTable('people')
        .set({ territories: ['Nord', 'Süd'] })
        .where('person_id', '=', 'rep')
        .execute(),
    );
    const wider = await api.as('rep', '/v1/manifest', { headers: { 'if-none-match': etag } });
    expect(wider.status).toBe(200);
    await api.store.write(({ db }) =>
      db
        .updateTable('people')
        .set({ territories: ['Nord'] })
        .where('person_id', '=', 'rep')
        .execute(),
    );
    expect((await api.as('rep', '/v1/manifest', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('contain no amount and no engine state for a rep', async () => {
    const manifest = await manifestOf('rep');
    const texts = [JSON.stringify({ ...manifest, policy: null })];
    for (const { digest, kind } of manifest.scopes.flatMap(({ layers }) =>
      layers.flatMap(({ base }) => base),
    )) {
      if (kind === 'glyphs') continue;
      const response = await api.as('rep', `/v1/parts/${digest}`);
      texts.push(textOfPart(Buffer.from(await response.arrayBuffer())));
    }
    texts.push(await (await api.as('rep', '/v1/me')).text());
    texts.push(
      JSON.stringify(
        (await lookup('rep', Object.values(KEYS))).map(({ money, ...row }) => ({ ...row, no: money })),
      ),
    );
    expect(findMoney(texts.join('\n'))).toEqual([]);
    // The search itself works: a lead's layer is full of it.
    const [seen] = await lookup('lead', [KEYS.a1]);
    expect(findMoney(JSON.stringify(seen))).toContain('"db3":');
    expect(findMoney(JSON.stringify(seen))).toContain('3813000');
  });
});

/** Field names of the money layer, amounts known from the small company, and words of the engine. */
function findMoney(text: string): string[] {
  const amounts = ['12000000', '3840000', '3813000', '120000', '38400', '38130', '500000', '1846800'];
  const states = [
    'FUNDER',
    'BLACK_ZERO',
    'SUBSIDISED',
    'WATCH',
    'STRUCTURAL',
    'OVER_LIMIT',
    'TOLERATED',
    'NO_DATA',
  ];
  return [...MONEY_FIELDS.map((field) => `"${field}":`), ...amounts, ...states].filter((word) =>
    text.includes(word),
  );
}

describe('lookup', () => {
  it('leads account, contact and ticket to the account, and leaves out what is unknown or foreign', async () => {
    const rows = await lookup('inside', [
      KEYS.contact,
      KEYS.a2,
      KEYS.a3,
      KEYS.a4,
      KEYS.ticket,
      'samplecrm:-:account:zz',
      'x',
    ]);
    expect(rows.map(({ key, words, money }) => [key, words.id, money])).toEqual([
      [KEYS.contact, 'a1', null],
      [KEYS.a2, 'a2', null],
      [KEYS.a3, 'a3', null],
    ]);
  });

  it('adds the money for those who may see it', async () => {
    const [row] = await lookup('south', [KEYS.ticket]);
    expect(row).toMatchObject({ words: { id: 'a4' }, money: { id: 'a4', position: 'SUBSIDISED' } });
  });

  it('gives the glyph that the manifest lists', async () => {
    const [row] = await lookup('lead', [KEYS.a1]);
    const glyph = (await manifestOf('lead')).glyphs[row?.glyph ?? -1];
    expect(glyph).toMatchObject({ tier: row?.words.tier, level: row?.words.level, state: row?.words.state });
  });

  it('takes at most 200 keys', async () => {
    const body = JSON.stringify({ keys: Array.from({ length: 201 }, (_, i) => `k${i}`) });
    const response = await api.as('rep', '/v1/lookup', { method: 'POST', body });
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toMatch(/^keys: /);
  });
});

describe('any user', () => {
  const person = fc.record({
    role: fc.constantFrom(...ROLES),
    team: fc.constantFrom('North', 'South', null),
    territories: fc.uniqueArray(fc.constantFrom('Nord', 'West', 'Süd', 'nord', 'Nowhere')),
  });

  /** What a person got that the person's rights do not cover. */
  async function leaks(token: string, rights: { role: string; territories: string[] }): Promise<string[]> {
    const all = rights.role === 'operations' && rights.territories.length === 0;
    const may = (territory: string) => all || rights.territories.includes(territory);
    const money = rights.role === 'lead' || rights.role === 'operations';
    const get = async (path: string, body?: unknown) =>
      api.app.request(path, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      });
    const found: string[] = [];
    const manifest = Manifest.parse(await (await get('/v1/manifest')).json());
    for (const { scope, layers } of manifest.scopes) {
      if (!may(scope)) found.push(`scope ${scope}`);
      for (const { layer, base, changes } of layers) {
        if (layer === 'money' && !money) found.push(`layer ${scope}`);
        for (const { digest, kind } of [...base, ...changes].filter((part) => part.kind === 'segment')) {
          const text = textOfPart(Buffer.from(await (await get(`/v1/parts/${digest}`)).arrayBuffer()));
          for (const id of Object.keys(TERRITORY_OF)) {
            if (text.includes(`"id":"${id}"`) && !may(TERRITORY_OF[id] as string))
              found.push(`${kind} row ${id}`);
          }
          if (!money && findMoney(text).length > 0) found.push(`money in ${kind}`);
        }
      }
    }
    const { rows } = LookupResponse.parse(
      await (await get('/v1/lookup', { keys: Object.values(KEYS) })).json(),
    );
    for (const { words, money: amounts } of rows) {
      if (!may(TERRITORY_OF[words.id] as string)) found.push(`lookup row ${words.id}`);
      if (amounts && !money) found.push(`lookup money ${words.id}`);
    }
    return found;
  }

  async function tokenOf(rights: {
    role: (typeof ROLES)[number];
    team: string | null;
    territories: string[];
  }) {
    await api.store.write(({ db }) =>
      db
        .insertInto('people')
        .values({ person_id: 'random', name: 'R', email: '', phone: '', pool: 'field', ...rights })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(rights))
        .execute(),
    );
    return (await createToken(api.store, { personId: 'random', name: 'r', now: TODAY })).token;
  }

  it('never gets a row or field beyond the own rights', async () => {
    await fc.assert(
      fc.asyncProperty(person, async (rights) => {
        expect(await leaks(await tokenOf(rights), rights)).toEqual([]);
      }),
      { numRuns: Math.min(40, budget.propertyRuns) },
    );
  });

  it('nor after an account has moved, from changes', async () => {
    // So many accounts that one of them is less than a tenth of either territory.
    await api.store.write(({ db }) => sql`update published_scopes set base_accounts = 100`.execute(db));
    const before = await manifestOf('south');
    await move('a4', 'Nord');
    const manifest = await manifestOf('ops');
    const changed = manifest.scopes.flatMap(({ scope, layers }) =>
      layers.flatMap(({ layer, changes }) => changes.map(({ digest }) => ({ scope, layer, digest }))),
    );
    expect(new Set(changed.map(({ scope }) => scope))).toEqual(new Set(['Nord']));
    const statusOf = async (one: PersonId, digest: string) =>
      (await api.as(one, `/v1/parts/${digest}`)).status;
    for (const { layer, digest } of changed) {
      expect(await statusOf('rep', digest)).toBe(layer === 'words' ? 200 : 404);
      expect(await statusOf('south', digest)).toBe(404);
    }
    // The parts in which the account stood are gone for those who have lost it.
    for (const { digest } of before.scopes.flatMap(({ layers }) => layers.flatMap(({ base }) => base))) {
      expect(await statusOf('south', digest)).toBe(404);
    }
    expect(await lookup('south', [KEYS.a4])).toEqual([]);
    expect((await lookup('rep', [KEYS.a4])).map(({ words, money }) => [words.id, money])).toEqual([
      ['a4', null],
    ]);
    for (const rights of [
      { role: 'rep', team: null, territories: ['Nord'] },
      { role: 'lead', team: null, territories: ['Süd'] },
    ] as const) {
      const own = { ...rights, territories: [...rights.territories] };
      expect(await leaks(await tokenOf(own), own)).toEqual([]);
    }
    await move('a4', 'Süd');
  });

  async function move(account: string, territory: string): Promise<void> {
    TERRITORY_OF[account] = territory;
    await api.store.write(({ db }) =>
      db.updateTable('accounts').set({ territory }).where('account_id', '=', account).execute(),
    );
    await publishChanges(api.store, { now: TODAY });
  }

  it('would be found out: the same check sees a right that is too wide', async () => {
    const token = await tokenOf({ role: 'lead', team: null, territories: ['Nord', 'Süd'] });
    expect(await leaks(token, { role: 'rep', territories: ['Nord'] })).toEqual(
      expect.arrayContaining([
        'scope Süd',
        'layer Nord',
        'segment row a4',
        'lookup row a4',
        'lookup money a1',
      ]),
    );
  });
});
