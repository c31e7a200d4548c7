import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budget } from '../../tests/budget.ts';
import { createToken } from '../auth/tokens.ts';
import { importFiles } from '../import/import-files.ts';
import { publish } from '../publish/publish.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { type Caller, callerSettings } from './caller.ts';
import { migrateToLatest } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Store } from './store.ts';

const REP: Caller = { personId: 'rep', role: 'rep', team: 'North', scopes: ['Nord'], layers: ['words'] };
const LEAD: Caller = {
  personId: 'lead',
  role: 'lead',
  team: 'North',
  scopes: ['Nord', 'West'],
  layers: ['words', 'money'],
};
const OPERATIONS: Caller = {
  personId: 'ops',
  role: 'operations',
  team: null,
  scopes: ['Nord', 'Süd', 'West'],
  layers: ['words', 'money'],
};

/** What every store must do, whatever engine it stands on. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const report = await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
    expect(report.problems).toEqual([]);
    await publish(store, { now: TODAY });
  });
  afterAll(() => store?.close());

  const as = <T>(caller: Caller, work: Parameters<typeof store.restricted<T>>[1]) =>
    store.restricted(callerSettings(caller), work);

  describe('transactions', () => {
    it('leave nothing behind when the work fails', async () => {
      const failing = store.write(async ({ db }) => {
        await db.insertInto('territories').values({ territory: 'Nowhere' }).execute();
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      const found = await store.write(({ db }) =>
        db.selectFrom('territories').selectAll().where('territory', '=', 'Nowhere').execute(),
      );
      expect(found).toEqual([]);
    });

    it('go on after one has failed in SQL', async () => {
      await expect(store.write(({ db }) => sql`select 1 / 0`.execute(db))).rejects.toThrow(/zero/);
      expect((await store.write(({ db }) => sql`select 1 as one`.execute(db))).rows).toEqual([{ one: 1 }]);
    });

    it('copy any text as it is, and lists and nothing too', async () => {
      const awkward = ['tab\tline\nreturn\rback\\slash', '\\N', '', 'ümläut 漢字 🙂', '"quoted"', '{a,b}'];
      const rows = await store.write(async ({ db, copy }) => {
        await sql`create temporary table awkward (t text, l text[], n bigint) on commit drop`.execute(db);
        await copy(
          'awkward',
          ['t', 'l', 'n'],
          awkward.map((text) => [text, [text, 'b'], null]),
        );
        return (await sql`select t, l, n from awkward`.execute(db)).rows;
      });
      expect(rows).toEqual(awkward.map((text) => ({ t: text, l: [text, 'b'], n: null })));
    });

    it('give numbers, days, moments, JSON and bytes the same shape everywhere', async () => {
      const { rows } = await store.write(({ db }) =>
        sql`select 9007199254740991::bigint as big, 0.10::numeric as exact, date '2026-02-03' as day,
          timestamptz '2026-02-03T04:05:06Z' as moment, '{"a": [1]}'::jsonb as json, '\\x00ff'::bytea as bytes`.execute(
          db,
        ),
      );
      const [row] = rows as [Record<string, unknown>];
      expect(row).toMatchObject({
        big: Number.MAX_SAFE_INTEGER,
        exact: '0.10',
        day: '2026-02-03',
        json: { a: [1] },
      });
      expect(row.moment).toEqual(new Date('2026-02-03T04:05:06Z'));
      expect([...(row.bytes as Uint8Array)]).toEqual([0, 255]);
    });

    it('sort ids by code units', async () => {
      const ids = ['b', 'B', 'a', 'ä', 'Z', '_', '10', '9'];
      const { rows } = await store.write(async ({ db, copy }) => {
        await sql`create temporary table ids (id text collate "C") on commit drop`.execute(db);
        await copy(
          'ids',
          ['id'],
          ids.map((id) => [id]),
        );
        return sql<{ id: string }>`select id from ids order by id`.execute(db);
      });
      expect(rows.map(({ id }) => id)).toEqual([...ids].sort());
    });
  });

  it('survives a file that breaks off while it is copied', async () => {
    const header = 'source,external_id,account_id,booked_on,kind,amount,currency\n';
    const rows = Array.from({ length: 50_000 }, (_, i) => `erp,n${i},a1,2026-01-02,sales,1.00,EUR\n`).join(
      '',
    );
    const files = writeFiles({ 'money-lines': `${header}${rows}erp,"open,a1,2026-01-02,sales,1.00,EUR\n` });
    const report = await importFiles(store, files, { now: TODAY });
    expect(report).toMatchObject({ applied: false, problems: [{ line: 50_002 }] });
    const lines = () =>
      store.write(({ db }) =>
        db.selectFrom('money_lines').select('cents').where('account_id', '=', 'a1').execute(),
      );
    const counts = await Promise.all(Array.from({ length: 12 }, async () => (await lines()).length));
    expect(new Set(counts)).toEqual(new Set([3]));
  });

  describe('half_even_cents', () => {
    it('equals exact rounding half to even', async () => {
      const amount = fc.record({
        negative: fc.boolean(),
        whole: fc.integer({ min: 0, max: 999_999_999 }),
        // Many ties: the third decimal is often 5, with or without more behind it.
        part: fc.oneof(fc.stringMatching(/^\d{1,6}$/), fc.stringMatching(/^\d{2}50{0,3}$/)),
      });
      const samples = fc.sample(amount, { numRuns: budget.propertyRuns * 5, seed: 4810 });
      const texts = samples.map(({ negative, whole, part }) => `${negative ? '-' : ''}${whole}.${part}`);
      const { rows } = await store.write(({ db }) =>
        sql<{ cents: number }>`select half_even_cents(amount) as cents
          from unnest(${texts}::numeric[]) with ordinality as a (amount, n) order by n`.execute(db),
      );
      expect(rows.map(({ cents }) => cents)).toEqual(texts.map(slowHalfEven));
    });
  });

  describe('migrations', () => {
    it('run once: a second start changes nothing', async () => {
      await migrateToLatest(store);
      const { rows } = await store.write(({ db }) =>
        sql<{ name: string }>`select name from kysely_migration order by name`.execute(db),
      );
      expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
    });

    it('refuse data of a newer version with a sentence', async () => {
      const { '005-access': _, ...older } = migrations;
      await expect(migrateToLatest(store, older)).rejects.toThrow(/newer version of Tierlens/);
    });
  });

  describe('row-level security', () => {
    it('shows nothing without settings', async () => {
      const counts = await store.restricted({}, async (db) => {
        const found: Record<string, number> = {};
        for (const table of [
          'words_rows',
          'money_rows',
          'parts',
          'part_refs',
          'published_scopes',
          'record_keys',
          'people',
        ] as const) {
          found[table] = (await db.selectFrom(table).selectAll().execute()).length;
        }
        return found;
      });
      expect(counts).toEqual({
        words_rows: 0,
        money_rows: 0,
        parts: 0,
        part_refs: 0,
        published_scopes: 0,
        record_keys: 0,
        people: 0,
      });
    });

    it('shows one territory to a rep, without money', async () => {
      const seen = await as(REP, async (db) => ({
        words: (await db.selectFrom('words_rows').select('account_id').orderBy('account_id').execute()).map(
          ({ account_id }) => account_id,
        ),
        money: await db.selectFrom('money_rows').selectAll().execute(),
        layers: await db.selectFrom('part_refs').select(['scope', 'layer']).distinct().execute(),
        keys: (await db.selectFrom('record_keys').selectAll().execute()).length,
        people: (await db.selectFrom('people').select('person_id').execute()).map(
          ({ person_id }) => person_id,
        ),
      }));
      expect(seen).toEqual({
        words: ['a1', 'a2'],
        money: [],
        layers: [{ scope: 'Nord', layer: 'words' }],
        keys: 3,
        people: ['rep'],
      });
    });

    it('shows the money of the own territories to a lead, everything to operations', async () => {
      const money = (caller: Caller) =>
        as(caller, (db) => db.selectFrom('money_rows').select('account_id').orderBy('account_id').execute());
      expect((await money(LEAD)).map(({ account_id }) => account_id)).toEqual(['a1', 'a2', 'a3']);
      expect((await money(OPERATIONS)).map(({ account_id }) => account_id)).toEqual([
        'a1',
        'a2',
        'a3',
        'a4',
        'a5',
        'a6',
      ]);
    });

    it.each([
      'accounts',
      'aliases',
      'money_lines',
      'activities',
      'overrides',
      'quarantined_rows',
      'cases',
      'published_keys',
      'base_rows',
      'change_lines',
      'changed_accounts',
    ])('keeps %s from the web role altogether', async (table) => {
      await expect(
        as(OPERATIONS, (db) => sql`select * from ${sql.table(table)}`.execute(db)),
      ).rejects.toThrow(/permission denied/);
    });

    it('shows figures of the company to those who lead, and policies to operations', async () => {
      const count = async (caller: Caller, table: 'evaluation_summaries' | 'policy_versions') =>
        (await as(caller, (db) => db.selectFrom(table).selectAll().execute())).length;
      await store.write(({ db }) =>
        sql`insert into policy_versions (version, source, document_hash, drafted_by, drafted_at)
          values ('9.0.0', '', '', 'ops', now()) on conflict do nothing`.execute(db),
      );
      for (const [caller, summaries, versions] of [
        [REP, 0, 0],
        [LEAD, 1, 0],
        [OPERATIONS, 1, 1],
      ] as const) {
        expect(await count(caller, 'evaluation_summaries')).toBe(summaries);
        expect(await count(caller, 'policy_versions')).toBe(versions);
      }
    });

    it('lets only the own lead and operations write overlays', async () => {
      const write = (caller: Caller, team: string) =>
        as(caller, (db) =>
          db
            .insertInto('team_overlays')
            .values({ team, settings: '{}', until: null, locked: false, set_by: 'x', updated_at: TODAY })
            .onConflict((conflict) => conflict.column('team').doUpdateSet({ set_by: 'y' }))
            .execute(),
        );
      await expect(write(REP, 'North')).rejects.toThrow(/row-level security/);
      await expect(write(LEAD, 'South')).rejects.toThrow(/row-level security/);
      await write(LEAD, 'North');
      await write(OPERATIONS, 'South');
    });

    it('shows tokens to operations and to nobody else', async () => {
      await createToken(store, { personId: 'rep', name: 'test', now: TODAY });
      const tokens = (caller: Caller) =>
        as(caller, (db) => db.selectFrom('tokens').select('token_id').execute());
      expect(await tokens(REP)).toEqual([]);
      expect(await tokens(LEAD)).toEqual([]);
      expect((await tokens(OPERATIONS)).length).toBeGreaterThan(0);
      const revoke = as(LEAD, (db) => db.updateTable('tokens').set({ revoked_at: TODAY }).executeTakeFirst());
      expect((await revoke).numUpdatedRows).toBe(0n);
    });

    it('never mixes the rights of callers that ask at the same time', async () => {
      const expected = new Map([
        [REP, 2],
        [LEAD, 3],
        [OPERATIONS, 6],
      ]);
      const callers = Array.from({ length: 60 }, (_, i) => [...expected.keys()][i % 3] as Caller);
      const counts = await Promise.all(
        callers.map((caller) =>
          as(caller, async (db) => (await db.selectFrom('words_rows').selectAll().execute()).length),
        ),
      );
      expect(counts).toEqual(callers.map((caller) => expected.get(caller)));
      const owner = await store.write(({ db }) =>
        sql<{ role: string }>`select current_user as role`.execute(db),
      );
      expect(owner.rows[0]?.role).not.toBe('tierlens_web');
    });

    it('holds for any caller: no row outside the scopes, no money without the layer', async () => {
      const territories = ['Nord', 'West', 'Süd', 'nord', 'Nord,West', "Nord' or '1'='1", ''];
      const caller = fc.record({
        personId: fc.constantFrom('rep', 'lead', 'nobody', "x' or true"),
        role: fc.constantFrom('rep', 'inside', 'lead', 'operations'),
        team: fc.constantFrom('North', 'South', null),
        scopes: fc.uniqueArray(fc.constantFrom(...territories)),
        layers: fc.subarray(['words', 'money']),
      }) as fc.Arbitrary<Caller>;
      await fc.assert(
        fc.asyncProperty(caller, async (random) => {
          const seen = await as(random, async (db) => ({
            words: await db.selectFrom('words_rows').select('territory').execute(),
            money: await db.selectFrom('money_rows').select('territory').execute(),
            refs: await db.selectFrom('part_refs').select(['scope', 'layer', 'digest']).execute(),
            published: await db.selectFrom('published_scopes').select('scope').execute(),
            parts: await db.selectFrom('parts').select('digest').execute(),
          }));
          const all = [...seen.words, ...seen.money].map(({ territory }) => territory);
          expect(all.every((territory) => random.scopes.includes(territory))).toBe(true);
          if (!random.layers.includes('money')) expect(seen.money).toEqual([]);
          expect(
            seen.refs.every(
              ({ scope, layer }) => random.scopes.includes(scope) && random.layers.includes(layer),
            ),
          ).toBe(true);
          expect(seen.published.every(({ scope }) => random.scopes.includes(scope))).toBe(true);
          const referred = new Set(seen.refs.map(({ digest }) => digest));
          expect(seen.parts.every(({ digest }) => referred.has(digest))).toBe(true);
          // And not too little: the rights that are there are served.
          const wanted = { Nord: 2, West: 1, Süd: 3 } as const;
          const visible = Object.entries(wanted).reduce(
            (sum, [t, n]) => sum + (random.scopes.includes(t) ? n : 0),
            0,
          );
          expect(seen.words.length).toBe(visible);
        }),
        { numRuns: Math.min(60, budget.propertyRuns) },
      );
    });

    it('is what limits: with it switched off the same query sees everything', async () => {
      const control = store.write(async ({ db }) => {
        await sql`alter table words_rows disable row level security`.execute(db);
        await sql`select set_config('role', 'tierlens_web', true), set_config('app.scopes', 'Nord', true)`.execute(
          db,
        );
        const rows = await db.selectFrom('words_rows').select('account_id').execute();
        throw new Error(`saw ${rows.length}`);
      });
      await expect(control).rejects.toThrow('saw 6');
      expect((await as(REP, (db) => db.selectFrom('words_rows').selectAll().execute())).length).toBe(2);
    });
  });

  it('takes the same files twice without changing anything', async () => {
    const again = await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
    expect({ inserted: again.inserted, changed: again.changed, problems: again.problems }).toEqual({
      inserted: 0,
      changed: 0,
      problems: [],
    });
    expect((await publish(store, { now: TODAY })).unchanged).toBe(true);
  });
}

/** The obvious way: all digits as one big number, the rest compared with its half. */
function slowHalfEven(text: string): number {
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const scale = 10n ** BigInt(part.length);
  const scaled = BigInt(whole + part) * 100n;
  const cents = scaled / scale;
  const twice = (scaled % scale) * 2n;
  const up = twice > scale || (twice === scale && cents % 2n === 1n);
  const result = Number(up ? cents + 1n : cents);
  return text.startsWith('-') && result !== 0 ? -result : result;
}
