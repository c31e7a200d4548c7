import type { BrowserContext, Page } from '@playwright/test';
import { hostPatterns } from '../../lib/crm/hosts.ts';
import { adapterOf } from '../../lib/crm/index.ts';
import { createTranslator } from '../../lib/i18n/translator.ts';
import { expect, readGlyphs, savePicture, serveCrm, test, waitForGlyph } from './harness.ts';
import { bodyOf, fixtures, keyOf, NAMES } from './support/crm-stage.ts';
import type { Extension } from './support/extension.ts';
import { answerYes } from './support/host-grants.ts';
import { startSmallApi } from './support/small-api.ts';

const MOST_CLICKS = 3;
const MOST_SCREENS = 3;
const t = createTranslator('en');

/** Counts every press of the mouse on any page from now on. */
async function countClicks(context: BrowserContext): Promise<() => number> {
  let clicks = 0;
  await context.exposeBinding('clicked', () => void clicks++);
  await context.addInitScript(() => {
    addEventListener('pointerdown', () => (globalThis as unknown as { clicked(): void }).clicked(), true);
  });
  return () => clicks;
}

/** The first screens: on, then address and token as pasted, connect. */
async function connectInWelcome(welcome: Page, apiUrl: string, token: string): Promise<void> {
  const screens = /of (\d+)/.exec(await welcome.getByText(/^Step 1 of/).innerText())?.[1];
  expect(Number(screens)).toBeLessThanOrEqual(MOST_SCREENS);
  await welcome.getByRole('button', { name: t('welcome.next') }).click();
  await welcome.getByLabel(t('options.apiUrl')).fill(apiUrl);
  await welcome.getByLabel(t('options.token')).fill(token);
  await welcome.getByRole('button', { name: t('options.connect'), exact: true }).click();
  // It goes on by itself, and says so to those who do not see it.
  await expect(welcome.getByRole('heading', { name: t('welcome.crms.title') })).toBeFocused();
}

function expectNothingYet(extension: Extension): Promise<void> {
  return expect(extension.ask({ verb: 'state' }).then(({ sync }) => sync.phase)).resolves.toBe('signed-out');
}

test.describe('from installing to the first badge @main', () => {
  test('three clicks on the sample CRM: on, connect, a customer', async ({ extension, page, sample }) => {
    await expectNothingYet(extension);
    const clicks = await countClicks(extension.context);
    await page.goto(`${sample.crmUrl}/accounts`);
    const welcome = await extension.open('welcome');
    await connectInWelcome(welcome, sample.apiUrl, sample.token('rep'));
    await extension.waitForSync();
    const list = page.url();
    const names = await extension.ask({ verb: 'search', text: 'GmbH', limit: 50 });
    await page.bringToFront();
    const links = page.locator('main a[href^="/accounts/"]');
    const known = (await links.allInnerTexts()).findIndex((text) =>
      names.some(({ name }) => name === text.trim()),
    );
    expect(known, 'a customer of one’s own stands in the list').toBeGreaterThanOrEqual(0);
    await links.nth(known).click();
    await waitForGlyph(page);
    expect(page.url()).not.toBe(list);
    expect(clicks()).toBeLessThanOrEqual(MOST_CLICKS);
  });

  test('three clicks on a CRM to be allowed, whose customer is open: on, connect, allow', async ({
    extension,
    page,
  }) => {
    const { url: apiUrl, api, close } = await startSmallApi();
    try {
      const account = fixtures.find(({ crm, name }) => crm === 'salesforce' && name === 'account.standard');
      const adapter = adapterOf('salesforce');
      if (!account || !adapter) throw new Error('there is no Salesforce');
      const keys = [keyOf(account.wanted.url, account)];
      api.publish([{ scope: 'north', accounts: [{ id: 'a', name: NAMES.a, keys, glyph: 0 }] }]);
      await expectNothingYet(extension);
      await serveCrm(extension.context, new URL(account.wanted.url).hostname, bodyOf(account));
      const clicks = await countClicks(extension.context);
      await page.goto(account.wanted.url);
      await answerYes(extension.context, extension.id, hostPatterns(adapter, true));

      const welcome = await extension.open('welcome');
      await connectInWelcome(welcome, apiUrl, api.token);
      await savePicture('welcome-crms', (path) => welcome.screenshot({ path }));
      await page.bringToFront();
      await page.waitForTimeout(500);
      expect(await readGlyphs(page), 'nothing before it is allowed').toEqual([]);
      await welcome.bringToFront();
      await welcome
        .getByRole('button', { name: t('options.crm.allowNamed', { name: adapter.name }) })
        .click();
      await page.bringToFront();
      expect((await waitForGlyph(page)).letter).toBe('A');
      expect(clicks()).toBeLessThanOrEqual(MOST_CLICKS);
      expect(clicks(), 'each press was counted').toBe(MOST_CLICKS);
    } finally {
      await close();
    }
  });
});
