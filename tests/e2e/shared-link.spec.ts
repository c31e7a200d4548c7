import type { Page } from '@playwright/test';
import { createTranslator } from '../../lib/i18n/translator.ts';
import { expect, savePicture, test, waitForGlyph } from './harness.ts';
import { firstAccount, hoverBadge, openAccount, sampleKey } from './support/crm-tour.ts';
import type { Extension } from './support/extension.ts';

const KEYS = 60;
/** Everybody learns the company's currency; only with a figure it is an amount. */
const AMOUNT = /€|\bEUR\b(?!")/;
const MONEY_FIELD = /"(gross|net|db1|db2|db3|cts|ledgerLine|careLeft|unitCosts)":/;

/** The page loaded anew, with every message that reaches it taken down. */
async function listening(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    const received: string[] = [];
    Object.assign(globalThis, { received });
    const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<unknown>;
    chrome.runtime.sendMessage = (async (message: unknown) => {
      const answer = await send(message);
      received.push(JSON.stringify(answer));
      return answer;
    }) as typeof chrome.runtime.sendMessage;
    chrome.runtime.onMessage.addListener((message) => void received.push(JSON.stringify(message)));
  });
  await page.reload();
  return page;
}

const received = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { received: string[] }).received.join('\n'));

/** All that the side panel knows and shows of the customer in front, with all rows open. */
async function panelOf(extension: Extension, name: string) {
  const panel = await listening(await extension.openBehind('sidepanel'));
  await panel.setViewportSize({ width: 360, height: 900 });
  await expect(panel.locator('.head-name')).toHaveText(name);
  await panel.locator('details.row').evaluateAll((rows) => {
    for (const row of rows) (row as HTMLDetailsElement).open = true;
  });
  await expect(panel.locator('.row-body').first()).toBeVisible();
  return { panel, markup: await panel.locator('html').innerHTML(), messages: await received(panel) };
}

test('a link of the lead shows a rep nothing of money, whatever page it leads to @security', async ({
  extension,
  launch,
  page,
  sample,
}) => {
  test.setTimeout(150_000);
  const t = createTranslator('en');
  const rep = await launch();
  await rep.connectAs('rep');
  const theirs = await rep.context.newPage();
  await theirs.goto(`${sample.crmUrl}/accounts`);
  const account = await firstAccount(theirs, rep);
  await sample.change(async (db) => {
    const { account_id } = await db
      .selectFrom('record_keys')
      .select('account_id')
      .where('record_key', '=', sampleKey(account.id))
      .executeTakeFirstOrThrow();
    const more = Array.from({ length: KEYS - 1 }, (_, n) => ({
      record_key: `hubspot:4711:account:${n}`,
      account_id,
      object: 'account',
    }));
    await db.insertInto('record_keys').values(more).execute();
  });
  for (const person of [rep, extension]) {
    if (person === extension) await extension.connectAs('lead');
    await person.ask({ verb: 'syncNow' });
    await person.waitForSync();
  }

  await page.goto(`${sample.crmUrl}/accounts`);
  await openAccount(page, account);
  await waitForGlyph(page);
  const seen = await extension.ask({ verb: 'account', key: 'hubspot:4711:account:58' });
  expect(seen?.words.keys.length, 'one customer, many records').toBeGreaterThanOrEqual(KEYS);
  const figures = seen?.money ? [seen.money.gross, seen.money.net, seen.money.db1, seen.money.db2] : [];
  const cents = figures.map((amount) => String(Math.abs(amount))).filter((digits) => digits.length > 5);
  expect(cents, 'figures too long to occur by chance').not.toEqual([]);
  const lead = await panelOf(extension, account.name);
  expect(lead.markup, 'the lead sees amounts').toMatch(AMOUNT);
  expect(lead.messages).toMatch(MONEY_FIELD);
  for (const digits of cents) expect(lead.messages).toContain(digits);
  const card = await hoverBadge(extension, page);
  const links = {
    record: page.url(),
    panel: lead.panel.url(),
    card: card.url(),
    reports: (await extension.open('reports')).url(),
  };

  await theirs.goto(links.record);
  expect((await waitForGlyph(theirs)).letter).toBe(seen?.words.tier);
  const own = await panelOf(rep, account.name);
  expect(own.panel.url()).toBe(links.panel);
  expect(own.messages, 'the messages were taken down').toContain(account.name);
  await expect(own.panel.getByText(t('panel.figures'), { exact: true })).toHaveCount(0);
  await savePicture('panel-many-keys-rep', (path) => own.panel.screenshot({ path }));
  for (const text of [own.markup, own.messages]) {
    expect(text).not.toMatch(AMOUNT);
    expect(text).not.toMatch(MONEY_FIELD);
    for (const digits of cents) expect(text).not.toContain(digits);
  }

  for (const [link, sentence] of [
    [links.card, t('card.gone')],
    [links.reports, t('reports.own.none')],
  ] as const) {
    const opened = await listening(await rep.context.newPage().then((tab) => tab.goto(link).then(() => tab)));
    await expect(opened.locator('body')).toContainText(sentence);
    expect(await received(opened)).not.toBe('');
    for (const text of [await opened.locator('html').innerHTML(), await received(opened)]) {
      expect(text, link).not.toMatch(AMOUNT);
      expect(text, link).not.toMatch(MONEY_FIELD);
      if (link === links.card) expect(text, 'nor whose card it was').not.toContain(account.name);
    }
  }
});

test("the team's figures answer a rep with a sentence, the lead with amounts @security", async ({
  sample,
}) => {
  const read = (role: 'rep' | 'lead') =>
    fetch(`${sample.apiUrl}/v1/portfolio`, { headers: { authorization: `Bearer ${sample.token(role)}` } });
  const refused = await read('rep');
  expect(refused.status).toBe(403);
  const words = await refused.text();
  expect(words).toContain('Only leads and operations see team figures. Ask your lead.');
  expect(words).not.toMatch(/\d{4,}/);
  const answered = await read('lead');
  expect(answered.status).toBe(200);
  expect(await answered.text()).toMatch(/\d{4,}/);
});
