import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPolicy } from '../api/policy/load-policy.ts';
import { assessPortfolio, type PortfolioOptions } from '../lib/engine/assess-portfolio.ts';
import { DEFICIT_REASONS } from '../lib/engine/assessment.ts';
import type { AccountInput } from '../lib/engine/types.ts';
import { findBrowser } from '../setup.mjs';
import { createRandom, randomPortfolio } from './support/random-portfolio.ts';

const { policy } = loadPolicy();
const ORIGIN = 'http://engine.test';
const options: PortfolioOptions = {
  asOf: '2026-10',
  coverage: { field: { logged: 90, available: 100 }, inside: null },
  careUntil: '2026-11-20',
};
/** The engine's own modules, types stripped, nothing bundled. */
const PAGE = `<script type="module">
  import { assessPortfolio } from '/lib/engine/assess-portfolio.ts';
  window.judge = (json) => {
    const { policy, accounts, options } = JSON.parse(json);
    return JSON.stringify(assessPortfolio(policy, accounts, options));
  };
</script>`;
const SIZE = 400;
const SEEDS = [1, 2, 3];

const judged = (accounts: readonly AccountInput[]): string =>
  JSON.stringify(assessPortfolio(policy, accounts, options));

describe.each(SEEDS)('seed %i', (seed) => {
  const accounts = randomPortfolio(policy, seed, SIZE, options.asOf);
  const portfolio = assessPortfolio(policy, accounts, options);

  it('gives the same bytes whatever the order of the input', () => {
    const random = createRandom(seed + 1_000);
    const shuffled = accounts.map((account) => ({ account, key: random(2 ** 31) }));
    shuffled.sort((a, b) => a.key - b.key);
    expect(judged(shuffled.map(({ account }) => account))).toBe(JSON.stringify(portfolio));
  });

  it('keeps its sums: ledger, groups, deficit by reason, whale curve', () => {
    for (const ledger of [portfolio.ledger, portfolio.groupLedger!]) {
      expect(ledger.lines.reduce((sum, { line }) => sum + line, 0)).toBe(0);
      expect(ledger.surplus - ledger.deficit).toBe(portfolio.whaleCurve.total);
    }
    const reasons = DEFICIT_REASONS.map((reason) => portfolio.deficitByReason[reason]);
    expect(reasons.reduce((a, b) => a + b, 0)).toBe(portfolio.ledger.deficit);
    expect(portfolio.accounts.reduce((sum, { ledgerLine }) => sum + ledgerLine, 0)).toBe(0);
  });

  it('never says more than it knows', () => {
    for (const account of portfolio.accounts) {
      if (account.certain && !account.estimated && !['NEW', 'NO_DATA'].includes(account.state)) continue;
      expect([account.id, account.userState]).toEqual([account.id, 'open']);
    }
  });
});

it('the random portfolios reach every state', () => {
  const seen = new Set(
    SEEDS.flatMap((seed) =>
      assessPortfolio(policy, randomPortfolio(policy, seed, SIZE, options.asOf), options).accounts.map(
        ({ state }) => state,
      ),
    ),
  );
  expect(seen.size).toBe(11);
});

const path = findBrowser();
describe.skipIf(path === null)('in a browser (skipped where none is installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path!, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  it('gives the same bytes as in Node', async () => {
    const page = await browser.newPage();
    await page.route(`${ORIGIN}/**`, (route) => {
      const file = new URL(route.request().url()).pathname.slice(1);
      if (file === '') return route.fulfill({ contentType: 'text/html', body: PAGE });
      const body = stripTypeScriptTypes(readFileSync(file, 'utf8'));
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    await page.goto(`${ORIGIN}/`);
    const accounts = randomPortfolio(policy, 1, SIZE, options.asOf);
    await page.waitForFunction('"judge" in window');
    const input = JSON.stringify({ policy, accounts, options });
    const inBrowser = await page.evaluate(`judge(${JSON.stringify(input)})`);
    expect(inBrowser).toBe(judged(accounts));
  });
});
