import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../lib/contract/manifest.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import { budget } from '../../tests/budget.ts';
import { PublicationReader } from '../../tests/support/publication-reader.ts';
import { textOfPart } from '../../tests/support/unpacked.ts';
import { importFiles } from '../import/import-files.ts';
import type { Caller } from '../store/caller.ts';
import type { Store } from '../store/store.ts';
import { TODAY, writeFiles } from '../test-company.ts';
import { publish } from './publish.ts';
import { publishChanges } from './publish-changes.ts';
import { applyChange, CHANGES, changesCompany, keysOf, TERRITORIES } from './test-changes.ts';

const OPERATIONS: Caller = {
  personId: 'ops',
  role: 'operations',
  team: null,
  scopes: TERRITORIES,
  layers: ['words', 'money'],
};

/** What changes since an evaluation must do, on whatever store. */
export function changesContract(open: () => Promise<Store>): void {
  let store: Store;
  let clock = TODAY.getTime();
  const later = () => {
    clock += 1_000;
    return new Date(clock);
  };
  beforeAll(async () => {
    store = await open();
    const report = await importFiles(store, writeFiles(changesCompany()), { now: TODAY });
    expect(report.problems).toEqual([]);
    await publish(store, { now: later() });
  });
  afterAll(() => store?.close());

  const readAll = async (reader: PublicationReader, keys: readonly string[]) =>
    Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await reader.shown(key)] as const)));

  const change = async (statements: readonly string[]) => {
    await store.write(async ({ db }) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    });
    return publishChanges(store, { now: later() });
  };

  it('a random sequence of changes reads like a new evaluation of the same facts', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(CHANGES, { minLength: 3, maxLength: 12 }), async (changes) => {
        const reader = await PublicationReader.open(store, OPERATIONS, `random-${run++}`);
        await reader.sync();
        const keys = await keysOf(store);
        for (const one of changes) {
          await store.write(({ db }) => applyChange(db, one));
          await publishChanges(store, { now: later() });
          await reader.sync();
          for (const key of await keysOf(store)) keys.add(key);
          await expectPublished(reader, [...keys]);
        }
        const asChanges = await readAll(reader, [...keys]);
        const found = await reader.cache.search('k', 500);
        await publish(store, { now: later() });
        const manifest = await reader.sync();
        expect(manifest.scopes.flatMap(({ layers }) => layers.flatMap((layer) => layer.changes))).toEqual([]);
        expect(await readAll(reader, [...keys])).toEqual(asChanges);
        expect(await reader.cache.search('k', 500)).toEqual(found);
        await reader.close();
      }),
      // One company lives through all sequences: a shorter one would begin from another state.
      { numRuns: budget.changeSequences, endOnFailure: true },
    );
  }, 900_000);

  /** The client shows what stands in the rows, for every key there is or has ever been. */
  async function expectPublished(reader: PublicationReader, keys: readonly string[]): Promise<void> {
    const rows = await store.write(({ db }) =>
      db
        .selectFrom('published_keys as k')
        .innerJoin('words_rows as w', 'w.account_id', 'k.account_id')
        .innerJoin('money_rows as m', 'm.account_id', 'k.account_id')
        .select(['record_key', 'w.data as words', 'm.data as money', 'w.glyph'])
        .execute(),
    );
    const byKey = new Map(rows.map((row) => [row.record_key, row]));
    const glyphs = reader.cache.visible?.manifest.glyphs ?? [];
    for (const key of keys) {
      const row = byKey.get(key);
      expect(await reader.shown(key)).toEqual({
        words: row?.words ?? null,
        money: row?.money ?? null,
        glyph: row ? glyphs[row.glyph] : null,
      });
    }
  }

  describe('publication of changes', () => {
    it('touches one part of what has changed, and nothing else', async () => {
      await publish(store, { now: later() });
      const reader = await PublicationReader.open(store, OPERATIONS, 'touches');
      await reader.sync();
      const before = reader.cache.visible?.manifest.version;
      expect(await change([`update accounts set name = 'Kontor 7 neu' where account_id = 'k7'`])).toEqual({
        accounts: 1,
        scopes: 1,
        rebased: 0,
      });
      const { version, scopes } = await reader.sync();
      expect(version).not.toBe(before);
      expect(reader.fetched.map(({ kind }) => kind).sort()).toEqual(['search', 'segment']);
      const changed = scopes.filter(({ layers }) => layers.some(({ changes }) => changes.length > 0));
      expect(changed.map(({ scope }) => scope)).toEqual(['Nord']);
      expect((await reader.cache.search('kontor 7 neu', 5)).map(({ name }) => name)).toEqual([
        'Kontor 7 neu',
      ]);
      expect(
        await change([`update accounts set name = 'Kontor 10 neu' where account_id = 'k10'`]),
      ).toMatchObject({ scopes: 1 });
      await reader.sync();
      expect((await reader.shown('samplecrm:-:account:k7')).words?.name).toBe('Kontor 7 neu');
      expect((await reader.shown('samplecrm:-:account:k10')).words?.name).toBe('Kontor 10 neu');
      await reader.close();
    });

    it('changes nothing where nothing that is shown has changed', async () => {
      await publish(store, { now: later() });
      const reader = await PublicationReader.open(store, OPERATIONS, 'nothing');
      const { version } = await reader.sync();
      expect(
        await change([`update accounts set website = 'https://example.com' where account_id = 'k7'`]),
      ).toEqual({
        accounts: 1,
        scopes: 0,
        rebased: 0,
      });
      expect((await reader.sync()).version).toBe(version);
      expect(await publishChanges(store, { now: later() })).toMatchObject({ accounts: 0, scopes: 0 });
      await reader.close();
    });

    it('takes an account out of the base of a scope that no longer has it', async () => {
      await store.write(({ db }) =>
        sql`update accounts set territory = 'Nord', name = 'Weggezogen' where account_id = 'k1'`.execute(db),
      );
      await publish(store, { now: later() });
      const north = { ...OPERATIONS, scopes: ['Nord'] };
      const reader = await PublicationReader.open(store, north, 'gone');
      const before = await reader.sync();
      const textOf = async (manifest: Manifest) => {
        const refs = manifest.scopes.flatMap(({ layers }) =>
          layers.flatMap(({ base, changes }) => [...base, ...changes]),
        );
        const parts = await Promise.all(refs.map(({ digest }) => reader.part(digest)));
        return parts.map((part) => textOfPart(new Uint8Array(part))).join('');
      };
      expect(await textOf(before)).toContain('Weggezogen');
      await change([`update accounts set territory = 'Süd' where account_id = 'k1'`]);
      expect(await textOf(await reader.sync())).not.toContain('Weggezogen');
      expect(await textOf(await reader.sync())).not.toContain('"id":"k1"');
      await expect(textOf(before)).rejects.toThrow('there is no part');
      expect(await reader.shown('samplecrm:-:account:k1')).toEqual({ words: null, money: null, glyph: null });
      await change([`update accounts set territory = 'Nord' where account_id = 'k1'`]);
      await reader.sync();
      expect((await reader.shown('samplecrm:-:account:k1')).words?.name).toBe('Weggezogen');
      await reader.close();
    });

    it('takes a change back without a trace', async () => {
      await change([`update accounts set name = 'Kontor 7', deputy = null where account_id = 'k7'`]);
      await publish(store, { now: later() });
      await change([`update accounts set name = 'Anders', deputy = 'inside' where account_id = 'k7'`]);
      await change([`update accounts set name = 'Kontor 7', deputy = null where account_id = 'k7'`]);
      const left = await store.write(async ({ db }) => ({
        base: await db.selectFrom('base_rows').selectAll().execute(),
        lines: await db.selectFrom('change_lines').selectAll().execute(),
      }));
      expect(left).toEqual({ base: [], lines: [] });
    });

    it('makes a new base of a scope past a tenth of it, and keeps replaced parts for a while', async () => {
      await publish(store, { now: later() });
      const reader = await PublicationReader.open(store, OPERATIONS, 'rebase');
      const first = await reader.sync();
      const outcome = await change([
        `update accounts set name = name || ' neu' where territory = 'Nord' and account_id ~ '^k[1-8]?[1-7]$'`,
      ]);
      expect(outcome).toMatchObject({ scopes: 1, rebased: 1 });
      const manifest = await reader.sync();
      expect(manifest.scopes.flatMap(({ layers }) => layers.flatMap(({ changes }) => changes))).toEqual([]);
      const replaced = first.scopes[0]?.layers[0]?.base[0]?.digest ?? '';
      expect((await reader.part(replaced)).byteLength).toBeGreaterThan(0);
      clock += 2 * 60 * 60_000;
      await change([`update accounts set name = 'Anders' where account_id = 'k4'`]);
      await expect(reader.part(replaced)).rejects.toThrow('there is no part');
      await reader.close();
    });

    it('takes ids like __proto__ and constructor for ids like any other', async () => {
      const ids = ['__proto__', 'constructor', 'toString'];
      await importFiles(
        store,
        writeFiles({
          accounts: `account_id,name,territory\n${ids.map((one) => `${one},Name ${one},West\n`).join('')}`,
          'money-lines': `source,external_id,account_id,booked_on,kind,amount,currency\n${ids
            .map((one) => `__proto__,${one},${one},2026-01-05,sales,100.00,EUR\n`)
            .join('')}`,
        }),
        { now: TODAY },
      );
      await publish(store, { now: later() });
      await change([`update accounts set name = 'Changed' where account_id = '__proto__'`]);
      const reader = await PublicationReader.open(store, OPERATIONS, 'proto');
      await reader.sync();
      for (const one of ids) {
        const { words, money } = await reader.shown(`tierlens:-:account:${one}`);
        expect([words?.id, money?.net]).toEqual([one, 10_000]);
      }
      expect((await reader.shown('tierlens:-:account:__proto__')).words?.name).toBe('Changed');
      expect(await reader.cache.search('changed', 5)).toEqual([
        { name: 'Changed', hash: hash64('tierlens:-:account:__proto__') },
      ]);
      await reader.close();
    });

    it('waits with an account that nobody has judged yet', async () => {
      await publish(store, { now: later() });
      const outcome = await change([
        `insert into accounts (account_id, name, territory, potential_cents, multiplier, website)
         values ('new', 'New', 'Nord', 0, false, '')`,
      ]);
      expect(outcome).toMatchObject({ accounts: 1, scopes: 0 });
      await change([`delete from accounts where account_id = 'new'`]);
    });

    it('does not lose what is noted while an earlier note is worked off', async () => {
      await publish(store, { now: later() });
      await change([`update accounts set name = 'Once' where account_id = 'k7'`]);
      const reader = await PublicationReader.open(store, OPERATIONS, 'notes');
      await Promise.all([
        publishChanges(store, { now: later() }),
        store.write(({ db }) => sql`update accounts set name = 'Twice' where account_id = 'k7'`.execute(db)),
        publishChanges(store, { now: later() }),
      ]);
      await publishChanges(store, { now: later() });
      await reader.sync();
      expect((await reader.shown('samplecrm:-:account:k7')).words?.name).toBe('Twice');
      await reader.close();
    });
  });
}
