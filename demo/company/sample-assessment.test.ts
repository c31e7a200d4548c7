import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountInputs } from '../../api/facts/account-inputs.ts';
import { coverageByQuarter } from '../../api/facts/pool-coverage.ts';
import { moneyKindsOf } from '../../api/import/import-context.ts';
import { importFiles } from '../../api/import/import-files.ts';
import { loadPolicy } from '../../api/policy/load-policy.ts';
import type { Store } from '../../api/store/store.ts';
import { openTestStore } from '../../api/store/test-store.ts';
import { assessPortfolio } from '../../lib/engine/assess-portfolio.ts';
import type { Assessment, Portfolio } from '../../lib/engine/assessment.ts';
import type { AccountInput } from '../../lib/engine/types.ts';
import { createAccounts } from './accounts.ts';
import { createCalendar } from './calendar.ts';
import { generateCompany } from './generate-company.ts';
import { writeCompany } from './write-company.ts';

const TODAY = '2026-11-23';
const AS_OF = '2026-10';

let folder: string;
let store: Store;
let portfolio: Portfolio;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tierlens-sample-'));
  store = await openTestStore();
  const now = new Date(`${TODAY}T12:00:00`);
  const paths = await writeCompany(folder, generateCompany(TODAY));
  const report = await importFiles(store, paths, { now });
  expect(report.problems).toEqual([]);
  expect((await importFiles(store, paths, { now })).inserted).toBe(0);
  const { document, policy } = loadPolicy();
  const kinds = moneyKindsOf(document.contributionLevels);
  portfolio = await store.write(async ({ db }) => {
    const accounts: AccountInput[] = [];
    const period = { asOf: AS_OF, until: TODAY.slice(0, 7) };
    for await (const account of accountInputs(db, policy, kinds, period)) accounts.push(account);
    const byQuarter = await coverageByQuarter(db, policy, AS_OF, 8);
    return assessPortfolio(policy, accounts, {
      asOf: AS_OF,
      coverage: byQuarter[AS_OF]!,
      coverageByQuarter: byQuarter,
      careUntil: TODAY,
    });
  });
});

afterAll(async () => {
  await store?.close();
  if (folder) await rm(folder, { recursive: true });
});

const statesOf = (accounts: readonly Assessment[]): Set<string> => new Set(accounts.map((one) => one.state));

describe('sample company, taken in and judged', () => {
  it('shows every tier, every level and every subsidy state', () => {
    const { accounts } = portfolio;
    expect(new Set(accounts.map((one) => one.tier))).toEqual(new Set(['A', 'B', 'C', 'Z']));
    expect(new Set(accounts.map((one) => one.suggestedLevel))).toEqual(
      new Set(['EXKLUSIV', 'KOMFORT', 'BASIS', 'SELF']),
    );
    expect([...statesOf(accounts)].sort()).toEqual(
      [
        'BLACK_ZERO',
        'EXITING',
        'FUNDER',
        'IN_REMEDY',
        'NEW',
        'NO_DATA',
        'OVER_LIMIT',
        'RECOVERING',
        'STRUCTURAL',
        'TOLERATED',
        'WATCH',
      ].sort(),
    );
  });

  it('peaks between 120 and 180 per cent on the whale curve', () => {
    const peak = Number(portfolio.whaleCurve.peakPercent);
    expect(peak).toBeGreaterThan(120);
    expect(peak).toBeLessThan(180);
    expect(portfolio.ledger.lines.reduce((sum, { line }) => sum + line, 0)).toBe(0);
  });

  it('lets some of the best go short while others get their hours', () => {
    expect(portfolio.accounts.filter((one) => one.due).length).toBeGreaterThan(10);
    const field = portfolio.crowding.find((one) => one.pool === 'field')!;
    expect(Number(field.crowdedOutRatio)).toBeGreaterThan(0.1);
  });

  it('puts each kind of customer relation into the state it was made for', () => {
    const calendar = createCalendar(TODAY);
    const profiles = new Map(createAccounts('rheinwerk', calendar).map((one) => [one.id, one.profile]));
    const of = (profile: string): Set<string> =>
      statesOf(portfolio.accounts.filter((one) => profiles.get(one.id) === profile));
    expect(of('champion')).toEqual(new Set(['FUNDER']));
    expect(of('champion-short')).toEqual(new Set(['FUNDER']));
    expect(of('solid-even')).toEqual(new Set(['BLACK_ZERO']));
    expect(of('small-even')).toEqual(new Set(['BLACK_ZERO']));
    expect(of('small-spoiled-lately')).toEqual(new Set(['WATCH']));
    expect(of('below-cost')).toEqual(new Set(['STRUCTURAL']));
    expect(of('unlogged')).toEqual(new Set(['NO_DATA']));
    expect(of('investment')).toEqual(new Set(['TOLERATED']));
    expect(of('investment-over-budget')).toEqual(new Set(['OVER_LIMIT']));
    expect(of('remedy')).toEqual(new Set(['IN_REMEDY']));
    expect(of('recovering')).toEqual(new Set(['RECOVERING']));
    expect(of('exit')).toEqual(new Set(['EXITING']));
  });

  it('leaves few statements open for want of certainty', () => {
    const uncertain = portfolio.accounts.filter((one) => !one.certain && one.state !== 'NO_DATA');
    expect(uncertain.length).toBeLessThan(15);
  });
});
