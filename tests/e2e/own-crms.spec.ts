import { expect, type Page, test } from '@playwright/test';
import { budget } from '../budget.ts';
import { readChips, readGlyph, waitForGlyph, waitForNoGlyph } from './harness.ts';
import { readTrace, wrongSightings } from './support/cloud-crm.ts';
import { type CrmBrowser, type KnownAccount, openCrmBrowser } from './support/crm-browser.ts';
import { OWN_HOST, type OwnCrm, type OwnRecord, ownCrms, ownPage } from './support/own-crms.ts';

const NAMES = ['Adler Armaturen GmbH', 'Birke Beschläge AG'] as const;
const LETTERS = ['A', 'C'] as const;
const ORIGIN = `https://${OWN_HOST}`;

/** Two accounts of different tiers, known under a key of each CRM. */
const accounts = NAMES.map((name, at): KnownAccount => {
  const keys = ownCrms.map(({ crm, ids }) => {
    const instance = crm === 'tryton' ? `${OWN_HOST}/tryton` : OWN_HOST;
    return [crm, instance, 'account', ids[at] ?? ''].map(encodeURIComponent).join(':');
  });
  return { id: `a${at}`, name, keys: [...new Set(keys)], glyph: at === 0 ? 0 : 1 };
});

let browser: CrmBrowser;
test.beforeAll(async () => {
  browser = await openCrmBrowser(accounts, [OWN_HOST], {});
});
test.afterAll(() => browser.close());

/** Serves the pages of one CRM with both accounts. */
async function setScene(crm: OwnCrm): Promise<{ page: Page; records: OwnRecord[] }> {
  const records = crm.ids.map((id, index) => ({ id, name: NAMES[index] ?? '' }));
  await browser.serve(OWN_HOST, ownPage(crm, records));
  return { page: await browser.open(), records };
}

function go(page: Page, path: string): Promise<void> {
  return page.evaluate((url) => (window as unknown as { go(url: string): void }).go(url), path);
}

async function expectLetter(page: Page, letter: string | undefined): Promise<void> {
  expect((await waitForGlyph(page)).letter).toBe(letter);
}

for (const crm of ownCrms) {
  test(`${crm.name}: the right badge or none, however the page follows its address @crm`, async () => {
    const { page, records } = await setScene(crm);
    const [a, b] = crm.ids;
    await page.goto(ORIGIN + crm.account(a));
    await expectLetter(page, LETTERS[0]);
    for (let round = 0; round < budget.navigationRounds; round++) {
      await go(page, crm.account(b));
      await expectLetter(page, LETTERS[1]);
      await page.goBack();
      await expectLetter(page, LETTERS[0]);
      await page.goForward();
      await expectLetter(page, LETTERS[1]);
      await page.goBack();
      await expectLetter(page, LETTERS[0]);
    }
    await go(page, crm.list);
    await waitForNoGlyph(page);
    const chips = crm.chips ? LETTERS.map(String) : [];
    await expect.poll(async () => (await readChips(page)).map(({ letter }) => letter)).toEqual(chips);

    const trace = await readTrace(page);
    expect(wrongSightings(trace, records)).toEqual([]);
    expect(Math.max(...trace.map(({ beside }) => beside)), 'one badge at most').toBe(1);
    for (const [index, change] of trace.entries()) {
      const former = trace[index - 1];
      // A record's address that follows another record's: whatever of ours was there must be gone at once.
      if (!former || former.url === change.url || !records.some(({ id }) => change.url.includes(id)))
        continue;
      const soon = trace.slice(index).filter(({ at, url }) => url === change.url && at - change.at < 50);
      const late = soon.filter(
        ({ hosts, heading }) => hosts > 0 && heading === headingOf(records, former.url),
      );
      expect(late.slice(1), 'the old badge 50 ms after the address changed').toEqual([]);
    }
    await page.close();
  });
}

function headingOf(records: readonly OwnRecord[], url: string): string | undefined {
  return records.find(({ id }) => url.includes(id))?.name;
}

test('two tabs with two records: each has its own badge, and the panel follows the one in front @crm', async () => {
  const crm = ownCrms.find(({ crm }) => crm === 'espocrm') as OwnCrm;
  const { page } = await setScene(crm);
  await page.goto(ORIGIN + crm.account(crm.ids[0]));
  await expectLetter(page, LETTERS[0]);
  const other = await browser.open();
  await other.goto(ORIGIN + crm.account(crm.ids[1]));
  await expectLetter(other, LETTERS[1]);
  await expectLetter(page, LETTERS[0]);
  const shown = async () => (await browser.extension.ask({ verb: 'activeRecord', windowId: null })).key;
  await expect.poll(shown).toContain(crm.ids[1]);
  await page.bringToFront();
  await expect.poll(shown).toContain(crm.ids[0]);
});

test('a side panel over a list is no record page, and its links keep their chips @crm', async () => {
  const crm = ownCrms.find(({ crm }) => crm === 'twenty') as OwnCrm;
  const { page } = await setScene(crm);
  await page.goto(ORIGIN + crm.list);
  await expect.poll(async () => (await readChips(page)).length).toBe(2);
  await page.waitForTimeout(500);
  expect(await readGlyph(page)).toBeNull();
});
