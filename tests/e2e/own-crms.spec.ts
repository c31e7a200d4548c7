import type { Page } from '@playwright/test';
import { budget } from '../budget.ts';
import { expect, readChips, readGlyph, serveCrm, test, waitForGlyph, waitForNoGlyph } from './harness.ts';
import { readTrace, wrongSightings } from './support/cloud-crm.ts';
import type { Extension } from './support/extension.ts';
import { OWN_HOST, type OwnCrm, type OwnRecord, ownCrms, ownPage } from './support/own-crms.ts';
import { startSmallApi } from './support/small-api.ts';

const NAMES = ['Adler Armaturen GmbH', 'Birke Beschläge AG'] as const;
const LETTERS = ['A', 'C'] as const;
const ORIGIN = `https://${OWN_HOST}`;

const smallApi = await startSmallApi();
test.afterAll(() => smallApi.close());

/** Two accounts of different tiers, known under a key of this CRM. */
async function setScene(extension: Extension, crm: OwnCrm): Promise<OwnRecord[]> {
  const records = crm.ids.map((id, index) => ({ id, name: NAMES[index] ?? '' }));
  const instance = crm.crm === 'tryton' ? `${OWN_HOST}/tryton` : OWN_HOST;
  const accounts = records.map(({ id, name }, index) => ({
    id: `a${index}`,
    name,
    keys: [[crm.crm, instance, 'account', id].map(encodeURIComponent).join(':')],
    glyph: index,
  }));
  smallApi.api.publish([{ scope: 'north', accounts }]);
  const answer = await extension.ask({
    verb: 'connect',
    apiUrl: smallApi.url,
    token: smallApi.api.token,
    remember: false,
  });
  expect(answer.ok).toBe(true);
  await extension.waitForSync();
  await extension.grantOrigin(`${ORIGIN}/*`);
  await serveCrm(extension.context, OWN_HOST, ownPage(crm, records));
  return records;
}

function go(page: Page, path: string): Promise<void> {
  return page.evaluate((url) => (window as unknown as { go(url: string): void }).go(url), path);
}

async function expectLetter(page: Page, letter: string | undefined): Promise<void> {
  expect((await waitForGlyph(page)).letter).toBe(letter);
}

for (const crm of ownCrms) {
  test(`${crm.name}: the right badge or none, however the page follows its address @crm`, async ({
    extension,
    page,
  }) => {
    const records = await setScene(extension, crm);
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
  });
}

function headingOf(records: readonly OwnRecord[], url: string): string | undefined {
  return records.find(({ id }) => url.includes(id))?.name;
}

test('two tabs with two records: each has its own badge, and the panel follows the one in front @crm', async ({
  extension,
  page,
}) => {
  const crm = ownCrms.find(({ crm }) => crm === 'espocrm') as OwnCrm;
  await setScene(extension, crm);
  await page.goto(ORIGIN + crm.account(crm.ids[0]));
  await expectLetter(page, LETTERS[0]);
  const other = await extension.context.newPage();
  await other.goto(ORIGIN + crm.account(crm.ids[1]));
  await expectLetter(other, LETTERS[1]);
  await expectLetter(page, LETTERS[0]);
  const shown = async () => (await extension.ask({ verb: 'activeRecord', windowId: null })).key;
  await expect.poll(shown).toContain(crm.ids[1]);
  await page.bringToFront();
  await expect.poll(shown).toContain(crm.ids[0]);
});

test('a side panel over a list is no record page, and its links keep their chips @crm', async ({
  extension,
  page,
}) => {
  const crm = ownCrms.find(({ crm }) => crm === 'twenty') as OwnCrm;
  await setScene(extension, crm);
  await page.goto(ORIGIN + crm.list);
  await expect.poll(async () => (await readChips(page)).length).toBe(2);
  await page.waitForTimeout(500);
  expect(await readGlyph(page)).toBeNull();
});
