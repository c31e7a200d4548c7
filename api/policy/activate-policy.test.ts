import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../import/import-files.ts';
import { publish } from '../publish/publish.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { activatePolicy, previewPolicy } from './activate-policy.ts';
import { DEFAULT_POLICY_PATH } from './load-policy.ts';
import { draftPolicy, listPolicies, policySource } from './policy-versions.ts';
import { renumberPolicy } from './renumber-policy.ts';

const PRESET = readFileSync(DEFAULT_POLICY_PATH, 'utf8');
/** A stricter concept: the best tier begins at 50,000. */
const document = (version: string, high = '50000.00'): string =>
  PRESET.replace('version: 1.0.0', `version: ${version}`).replace(
    'high: { value: 20000.00',
    `high: { value: ${high}`,
  );
const now = TODAY;

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now });
});
afterAll(() => store?.close());

const draft = (version: string, by = 'ops', high?: string) =>
  store.write((session) => draftPolicy(session, { source: document(version, high), by, now }));
async function approve(version: string, approvedBy: string, from: string): Promise<void> {
  const { digest } = await previewPolicy(store, version, { now });
  await activatePolicy(store, { version, approvedBy, from, preview: digest, now });
}
const list = (today = '2026-03-15') => store.write(({ db }) => listPolicies(db, today));
const tierOf = async (id: string): Promise<string | undefined> => {
  const rows = await store.write(({ db }) => db.selectFrom('words_rows').selectAll().execute());
  return rows.find(({ account_id }) => account_id === id)?.data.tier;
};

describe('a version is approved by a second person after a preview', () => {
  it('refuses strangers, the drafter, and who may not decide', async () => {
    await expect(draft('1.1.0', 'nobody')).rejects.toThrow('There is no person nobody');
    await draft('1.1.0');
    await expect(approve('1.1.0', 'ops', '2026-02-01')).rejects.toThrow('A second person must approve');
    await expect(approve('1.1.0', 'nobody', '2026-02-01')).rejects.toThrow('There is no person nobody');
    await expect(approve('1.1.0', 'rep', '2026-02-01')).rejects.toThrow('may not approve');
    await expect(approve('9.9.9', 'lead', '2026-02-01')).rejects.toThrow('no policy version 9.9.9');
    expect(await list()).toMatchObject([{ version: '1.1.0', state: 'draft', approvedBy: null }]);
  });

  it('refuses faults with their line', async () => {
    const faulty = document('1.1.1').replace('medium: { value: 3000.00', 'medium: { value: 90000.00');
    await expect(
      store.write((session) => draftPolicy(session, { source: faulty, by: 'ops', now })),
    ).rejects.toThrow(/line \d+: yield\.high\.value: The high class begins at or below/);
  });

  it('refuses without the preview of exactly this draft and these figures', async () => {
    const approval = { version: '1.1.0', approvedBy: 'lead', from: '2026-02-01', now };
    await expect(activatePolicy(store, { ...approval, preview: 'seen' })).rejects.toThrow(
      'preview is missing',
    );
    const { digest } = await previewPolicy(store, '1.1.0', { now });
    await draft('1.1.0', 'ops', '60000.00');
    await expect(activatePolicy(store, { ...approval, preview: digest })).rejects.toThrow('out of date');
    await draft('1.1.0');
  });

  it('says what would change, over past quarters too', async () => {
    const { simulation } = await previewPolicy(store, '1.1.0', { now, quartersBack: 1 });
    expect(simulation.map(({ asOf, tiers }) => [asOf, tiers.map(({ ids }) => ids)])).toEqual([
      ['2026-02', [['a1']]],
      ['2025-11', [['a1']]],
    ]);
  });

  it('refuses a day before the document holds by its own words', async () => {
    await expect(approve('1.1.0', 'lead', '2025-06-01')).rejects.toThrow('holds from 2026-01-01');
  });
});

describe('what holds is what is published', () => {
  it('the preset until a version holds, then that, by the day of the figures', async () => {
    const before = await publish(store, { now });
    expect([before.policyVersion, await tierOf('a1')]).toEqual(['1.0.0', 'A']);
    await approve('1.1.0', 'lead', '2026-02-01');
    const after = await publish(store, { now });
    expect([after.policyVersion, await tierOf('a1')]).toEqual(['1.1.0', 'B']);
    const earlier = await publish(store, { now, asOf: '2026-01' });
    expect(earlier.policyVersion).toBe('1.0.0');
    const versions = await store.write(({ db }) =>
      db.selectFrom('evaluations').select(['evaluation_id', 'policy_version']).execute(),
    );
    expect(versions).toContainEqual({ evaluation_id: after.evaluationId, policy_version: '1.1.0' });
  });

  it('a file named by hand wins, for trials', async () => {
    expect((await publish(store, { now, policyPath: DEFAULT_POLICY_PATH })).policyVersion).toBe('1.0.0');
  });

  it('what was approved is neither changed nor taken away, not even in SQL', async () => {
    await expect(draft('1.1.0')).rejects.toThrow('approved already');
    await expect(
      store.write(({ db }) => db.updateTable('policy_versions').set({ source: '' }).execute()),
    ).rejects.toThrow('stays as it is');
    await expect(store.write(({ db }) => db.deleteFrom('policy_versions').execute())).rejects.toThrow(
      'stays as it is',
    );
  });

  it('going back is a new version; a later day is scheduled', async () => {
    const old = await store.write(({ db }) => policySource(db, '1.1.0'));
    expect(old).toBe(document('1.1.0'));
    await draft('1.2.0', 'lead', '20000.00');
    await expect(approve('1.2.0', 'ops', '2026-01-15')).rejects.toThrow(
      'Another version holds from 2026-02-01',
    );
    await approve('1.2.0', 'ops', '2026-04-01');
    expect((await list()).map(({ version, state }) => [version, state])).toEqual([
      ['1.2.0', 'scheduled'],
      ['1.1.0', 'active'],
    ]);
    expect((await list('2026-04-01')).map(({ state }) => state)).toEqual(['active', 'replaced']);
  });

  it('the words of an earlier version hold again under a new number, and old results keep theirs', async () => {
    const old = await store.write(({ db }) => policySource(db, '1.1.0'));
    const again = renumberPolicy(old, { version: '1.3.0', from: '2026-04-02' });
    expect(again).toBe(
      old
        .replace('version: 1.1.0', 'version: 1.3.0')
        .replace('validFrom: 2026-01-01', 'validFrom: 2026-04-02'),
    );
    await store.write((session) => draftPolicy(session, { source: again, by: 'ops', now }));
    await approve('1.3.0', 'lead', '2026-04-02');
    expect((await list('2026-04-02'))[0]).toMatchObject({ version: '1.3.0', state: 'active' });
    const later = new Date('2026-05-15T12:00:00');
    const back = await publish(store, { now: later, asOf: '2026-04' });
    expect(back.policyVersion).toBe('1.3.0');
    // By the words of 1.1.0 the best class begins at 50,000, by those of 1.2.0 at 20,000.
    const { data } = await store.write(({ db }) =>
      db.selectFrom('money_rows').selectAll().where('account_id', '=', 'a1').executeTakeFirstOrThrow(),
    );
    expect(data.thresholds.high).toBe(5_000_000);
    const rows = await store.write(({ db }) =>
      db.selectFrom('evaluations').select('policy_version').execute(),
    );
    expect(rows.map(({ policy_version }) => policy_version).sort()).toEqual(['1.1.0', '1.3.0']);
    expect(() => renumberPolicy(old, { version: 'third', from: '2026-04-02' })).toThrow('version');
  });
});
