import { expect, type Page, test } from '@playwright/test';
import { adapters } from '../../lib/crm/index.ts';
import type { CrmSettings } from '../../lib/crm/types.ts';
import { budget } from '../budget.ts';
import type { PageFixture } from '../support/page-fixtures.ts';
import { readGlyph, waitForGlyph, waitForNoGlyph } from './harness.ts';
import { type CrmBrowser, type KnownAccount, openCrmBrowser } from './support/crm-browser.ts';
import {
  fixtures,
  keyOf,
  LETTERS,
  NAMES,
  play,
  type Stage,
  stageHtml,
  stageOf,
  wrongFrames,
} from './support/crm-stage.ts';
import { readGlyphs } from './support/glyphs.ts';

/** Another installation of the same CRM, where the extension knows contacts and tickets by their own keys. */
const ELSEWHERE: readonly (readonly [here: string, there: string])[] = [
  ['northwind', 'southwind'],
  ['contoso-sales', 'contoso-south'],
  ['25998877', '25998878'],
  ['org20098805637', 'org20098805638'],
  ['1234567.app', '7654321.app'],
];

const stages = adapters().map(({ id }) => stageOf(id));
const settings = Object.assign({}, ...fixtures.map(({ wanted }) => wanted.settings)) as CrmSettings;
settings.generic = fixtures.find(
  ({ crm, name }) => `${crm}/${name}` === 'generic/account.standard',
)?.wanted.settings?.generic;
const children = fixtures.filter(({ wanted }) => wanted.account);

function accounts(): KnownAccount[] {
  const known = stages.flatMap(({ crm, keys }): KnownAccount[] => [
    { id: `${crm}-a`, name: NAMES.a, keys: [keys.a, ...keysElsewhere(crm)], glyph: 0 },
    { id: `${crm}-b`, name: NAMES.b, keys: [keys.b], glyph: 1 },
  ]);
  const taken = new Set(known.flatMap(({ keys }) => keys));
  for (const fixture of fixtures) {
    const { crm, name, wanted } = fixture;
    const key = wanted.account
      ? accountKey(fixture)
      : /^account/.test(name)
        ? keyOf(wanted.url, fixture)
        : null;
    if (key && !taken.has(key))
      known.push({ id: `${crm}-${taken.size}`, name: NAMES.a, keys: [key], glyph: 0 });
    if (key) taken.add(key);
  }
  return known;
}

/** Key of the account a page of another object leads to. */
function accountKey(fixture: PageFixture): string {
  const [crm, instance] = keyOf(fixture.wanted.url, fixture).split(':');
  return [crm, instance, 'account', encodeURIComponent(fixture.wanted.account ?? '')].join(':');
}

function elsewhere(url: string): string {
  return ELSEWHERE.reduce((address, [here, there]) => address.replace(here, there), url);
}

function keysElsewhere(crm: string): string[] {
  const own = children.filter(
    (fixture) => fixture.crm === crm && elsewhere(fixture.wanted.url) !== fixture.wanted.url,
  );
  return [...new Set(own.map((fixture) => keyOf(elsewhere(fixture.wanted.url), fixture)))];
}

test.describe.configure({ mode: 'parallel' });

let browser: CrmBrowser;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const hosts = new Set(
    fixtures.flatMap(({ wanted: { url } }) => [url, elsewhere(url)]).map((url) => new URL(url).hostname),
  );
  const own = [...hosts].filter((host) => host.endsWith('.example'));
  browser = await openCrmBrowser(accounts(), own, settings);
});
test.afterAll(() => browser.close());

async function shows(page: Page, account: 'a' | 'b', why: string): Promise<void> {
  expect((await waitForGlyph(page)).letter, why).toBe(LETTERS[account]);
}

async function chipLetters(page: Page): Promise<string[]> {
  return (await readGlyphs(page)).filter(({ kind }) => kind === 'chip').map(({ letter }) => letter);
}

/** @returns a page on which the CRM's own can be visited */
async function openStage(stage: Stage, ownWindow = false): Promise<Page> {
  const html = stageHtml(stage, { late: 0, gap: budget.pageLag });
  await browser.serve(new URL(stage.urls.a).hostname, html);
  return browser.open(ownWindow);
}

/** A CRM's pages from the first record to the end, as a person goes through them. */
async function visit(stage: Stage, page: Page): Promise<void> {
  const lag = budget.pageLag;
  await page.goto(stage.urls.a);
  await shows(page, 'a', 'a heading that comes late');
  await browser.extension.injectAgain(page);
  await page.waitForTimeout(200);
  await shows(page, 'a', 'one badge after the script has run twice');
  await play(page, 'redraw');
  await shows(page, 'a', 'back after the page was drawn anew');

  await play(page, 'go', 'b', { late: lag, gap: 150, german: true });
  expect(await readGlyph(page), 'gone with the address').toBeNull();
  await shows(page, 'b', 'the next record, in German');
  await page.goBack();
  await shows(page, 'a', 'back, where the former heading still stands');
  await play(page, 'go', 'b', { keep: true });
  await shows(page, 'b', 'two records mounted, one hidden');
  if (stage.headed) {
    await play(page, 'render', 'a');
    await waitForNoGlyph(page);
    await page.waitForTimeout(500);
    expect(await readGlyph(page), 'records swapped under one address').toBeNull();
    await play(page, 'render', 'b');
    await shows(page, 'b', 'and swapped back');
  }
  if (stage.chips) {
    await play(page, 'go', 'list');
    await expect.poll(() => chipLetters(page)).toEqual(stage.chips);
    expect(await readGlyph(page), 'no badge on a list').toBeNull();
    if (stage.chips.length > 0) {
      await play(page, 'recycle');
      await expect.poll(() => chipLetters(page)).toEqual([...stage.chips].reverse());
    }
  }
  await play(page, 'go', 'a', {});
  await shows(page, 'a', 'from the list to a record');
  await play(page, 'leave', 'away');
  await expect.poll(() => play(page, 'untouched'), 'to the byte, after the session has ended').toBe(true);
  await play(page, 'render', 'away');
  await page.waitForTimeout(150);
  expect(await play(page, 'untouched'), 'a page that is neither record nor list').toBe(true);
  expect(await wrongFrames(page)).toEqual([]);
  expect(browser.takeErrors()).toEqual([]);
  await page.close();
}

const visited = (crm: string) => `${crm}: one right badge or none, and the page as it was @crm`;

for (const stage of stages.filter(({ headed }) => headed)) {
  test(visited(stage.crm), async () => visit(stage, await openStage(stage)));
}

/** The badge docks once the page has had its time, which is waited for in all of them at once. */
test.describe('where no heading is known', () => {
  test.describe.configure({ mode: 'default' });
  const docking = stages.filter(({ headed }) => !headed);
  const visits = new Map<string, Promise<void>>();
  test.beforeAll(async () => {
    const pages: Page[] = [];
    for (const stage of docking) pages.push(await openStage(stage, true));
    for (const [at, stage] of docking.entries()) visits.set(stage.crm, visit(stage, pages[at] as Page));
    // Each is looked at in a test of its own.
    await Promise.allSettled(visits.values());
  });
  for (const { crm } of docking) test(visited(crm), () => visits.get(crm));
});

/** Names beside which something of ours stands. */
function besideNames(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((node) => /^x-[a-z0-9]*$/.test(node.localName) && !node.previousElementSibling?.closest('a'))
      .map((node) => node.previousElementSibling as HTMLInputElement | null)
      .map((title) => title?.value ?? title?.getAttribute('title') ?? title?.textContent ?? ''),
  );
}

for (const { id } of adapters()) {
  test(`${id}: every page written by hand @crm`, async () => {
    const page = await browser.open();
    for (const fixture of fixtures.filter(({ crm, name }) => crm === id && !name.startsWith('list'))) {
      const { url, heading, account } = fixture.wanted;
      if (heading === null && !account) continue;
      await browser.serve(new URL(url).hostname, fixture.html);
      await page.goto('about:blank');
      await page.goto(url);
      if (account === '') {
        await page.waitForTimeout(700);
        expect(await readGlyph(page), `${fixture.name}: two accounts or none decide nothing`).toBeNull();
        continue;
      }
      expect((await waitForGlyph(page)).letter, fixture.name).toMatch(/^[AC]$/);
      if (heading === null) continue;
      const beside = await besideNames(page);
      if (beside.length > 0) expect(beside.join(), fixture.name).toContain(heading);
    }
    expect(browser.takeErrors()).toEqual([]);
    await page.close();
  });
}

const byKey = children.filter(({ wanted: { url } }) => elsewhere(url) !== url);
test('contacts, opportunities, tickets and cases of ten CRMs are known by their own key too @crm', async () => {
  const crms = new Set(byKey.map(({ crm }) => crm));
  const wanted =
    'salesforce hubspot dynamics odoo suitecrm7 suitecrm8 espocrm vtiger twenty zoho pipedrive'.split(' ');
  for (const crm of wanted) expect(crms).toContain(crm);
  const page = await browser.open();
  for (const fixture of byKey.filter(({ crm }) => wanted.includes(crm))) {
    const url = elsewhere(fixture.wanted.url);
    // No link leads anywhere: what is drawn is known by the record's own key.
    await browser.serve(new URL(url).hostname, fixture.html.replaceAll(' href=', ' data-was='));
    await page.goto('about:blank');
    await page.goto(url);
    expect((await waitForGlyph(page)).letter, `${fixture.crm}/${fixture.name}`).toBe(LETTERS.a);
  }
  expect(browser.takeErrors()).toEqual([]);
  await page.close();
});

test('behind the Defender proxy the same records are known @crm', async () => {
  const page = await browser.open();
  for (const stage of stages.filter(({ crm }) =>
    ['salesforce', 'hubspot', 'dynamics', 'zoho', 'bitrix24'].includes(crm),
  )) {
    const fixture = fixtures.find(
      ({ crm, name }) => crm === stage.crm && name === 'account.standard',
    ) as PageFixture;
    const url = new URL(fixture.wanted.url);
    url.hostname += '.mcas.ms';
    await browser.serve(url.hostname, fixture.html);
    await page.goto(url.href);
    await shows(page, 'a', url.hostname);
    expect(await besideNames(page)).toEqual([NAMES.a]);
  }
  // A name that only looks like the proxy's.
  await browser.serve('app-eu1.hubspot.com.evil.example', '<h1>Acme GmbH</h1>');
  await page.goto('https://app-eu1.hubspot.com.evil.example/contacts/25998877/record/0-2/18822334455');
  await page.waitForTimeout(600);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  expect(browser.takeErrors()).toEqual([]);
  await page.close();
});

test('two hundred rows in view are asked for in one message @crm', async () => {
  const row = (n: number) =>
    `<tr><td style="padding:0;line-height:3px"><a href="/contacts/25998877/record/0-2/${9_000 + n}">Row ${n}</a></td></tr>`;
  const rows = Array.from({ length: 200 }, (_, n) => row(n)).join('');
  await browser.serve(
    'app-eu1.hubspot.com',
    `<table style="font:3px/3px sans-serif;border-spacing:0"><tbody>${rows}</tbody></table>`,
  );
  const [worker] = browser.extension.context.serviceWorkers();
  await worker?.evaluate(() => {
    const asked: number[] = [];
    Object.assign(globalThis, { asked });
    chrome.runtime.onMessage.addListener((message: { verb?: string; keys?: string[] }) => {
      if (message.verb === 'lookup' && message.keys?.length) asked.push(message.keys.length);
    });
  });
  const page = await browser.open();
  await page.goto('https://app-eu1.hubspot.com/contacts/25998877/objects/0-2/views/all/list');
  const asked = () => worker?.evaluate(() => (globalThis as unknown as { asked: number[] }).asked);
  await expect.poll(asked).not.toEqual([]);
  await page.waitForTimeout(500);
  expect(await asked()).toEqual([200]);
  await page.close();
});
