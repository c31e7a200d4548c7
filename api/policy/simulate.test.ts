import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFiles } from '../import/import-files.ts';
import type { Store } from '../store/store.ts';
import { openTestStore } from '../store/test-store.ts';
import { SMALL_COMPANY, TODAY, writeFiles } from '../test-company.ts';
import { DEFAULT_POLICY_PATH } from './load-policy.ts';
import { simulate } from './simulate.ts';
import { simulationText } from './simulation-text.ts';

let store: Store;
const folder = mkdtempSync(join(tmpdir(), 'tierlens-simulate-'));
beforeAll(async () => {
  store = await openTestStore();
  await importFiles(store, writeFiles(SMALL_COMPANY), { now: TODAY });
});
afterAll(() => store?.close());

function variant(change: (yaml: string) => string): string {
  const path = join(folder, 'variant.yaml');
  writeFileSync(path, change(readFileSync(DEFAULT_POLICY_PATH, 'utf8')));
  return path;
}

it('the same concept changes nothing', async () => {
  const [found] = await simulate(store, { after: DEFAULT_POLICY_PATH, now: TODAY });
  expect(found).toMatchObject({ asOf: '2026-02', accounts: 6, tiers: [], levels: [], states: [] });
  expect(found?.after).toEqual(found?.before);
});

it('a higher threshold moves its accounts, in every quarter asked for', async () => {
  const after = variant((yaml) =>
    yaml
      .replace('version: 1.0.0', 'version: 1.1.0')
      .replace('high: { value: 20000.00', 'high: { value: 50000.00'),
  );
  const simulation = await simulate(store, { after, now: TODAY, quartersBack: 1 });
  expect(
    simulation.map(({ asOf, tiers }) => [asOf, tiers.map(({ from, to, ids }) => [from, to, ids])]),
  ).toEqual([
    ['2026-02', [['A', 'B', ['a1']]]],
    ['2025-11', [['A', 'B', ['a1']]]],
  ]);
  const text = simulationText(simulation, 'EUR');
  expect(text).toContain('2026-02: 6 accounts, policy 1.0.0 → 1.1.0');
  expect(text).toMatch(/tier A → B: 1 \(DB III .* EUR\): a1/);
});

it('a file that cannot be used names its line', async () => {
  const after = variant((yaml) => yaml.replace('cap: KOMFORT', 'cap: GOLD'));
  await expect(simulate(store, { after, now: TODAY })).rejects.toThrow(
    /variant\.yaml:\d+: tiers\.1\.cap: There is no level "GOLD"/,
  );
});
