import { expect, readChips, readGlyphs, test, waitForGlyph, waitForNoGlyph } from './harness.ts';
import { firstAccount, hoverBadge, openAccount } from './support/crm-tour.ts';
import type { Extension } from './support/extension.ts';

const SOON_MS = 8_000;

/** What the toolbar icon tells. */
async function toolbarTitle(extension: Extension): Promise<string> {
  const tab = await extension.openBehind('options');
  try {
    return await tab.evaluate(() => chrome.action.getTitle({}));
  } finally {
    await tab.close();
  }
}

/** Lets a running discreet mode end soon: a minute is the shortest a person can choose. */
async function endSoon(extension: Extension, ms: number): Promise<void> {
  const tab = await extension.openBehind('options');
  await tab.evaluate(async (wait) => {
    const { settings } = (await chrome.storage.local.get('settings')) as { settings: object };
    const discreetUntil = new Date(Date.now() + wait).toISOString();
    await chrome.storage.local.set({ settings: { ...settings, discreetUntil } });
  }, ms);
  await tab.close();
}

test.describe('discreet mode @main', () => {
  test('hides everything in every tab and survives the worker; one click shows it again', async ({
    extension,
    page,
    sample,
  }) => {
    await extension.connectAs('lead');
    const list = await extension.context.newPage();
    await list.goto(`${sample.crmUrl}/accounts`);
    await expect.poll(async () => (await readChips(list)).length).toBeGreaterThan(3);
    await page.bringToFront();
    await page.goto(`${sample.crmUrl}/accounts`);
    const account = await firstAccount(page, extension);
    await openAccount(page, account);
    await waitForGlyph(page);
    const panel = await extension.openBehind('sidepanel');
    const popup = await extension.openBehind('popup');
    for (const surface of [panel, popup]) await expect(surface.locator('body')).toContainText(account.name);
    const card = await hoverBadge(extension, page);

    // A tab behind draws no frames, so nothing there ever stands still for a pointer.
    await popup.getByRole('switch', { name: /^Discreet 60/ }).dispatchEvent('click');
    await waitForNoGlyph(page, 2_000);
    await expect.poll(async () => (await readGlyphs(list)).length, 'the other tab').toBe(0);
    await expect.poll(() => card.isDetached(), 'the open card').toBe(true);
    for (const surface of [panel, popup]) {
      await expect(surface.locator('body')).not.toContainText(account.name);
      await expect(surface.getByRole('searchbox')).toHaveCount(0);
      await expect(surface.getByRole('combobox')).toHaveCount(0);
    }
    await expect(panel.locator('main')).toContainText('Discreet mode');
    await expect(popup.locator('body')).not.toContainText(/waiting|pending/i);
    expect(await toolbarTitle(extension)).toBe('Tierlens: discreet mode');

    await extension.killWorker();
    await page.reload();
    await page.locator('h1.record-name').waitFor();
    const late = await extension.context.newPage();
    await late.goto(`${sample.crmUrl}/accounts`);
    await late.waitForTimeout(1_500);
    for (const tab of [page, late, list]) expect(await readGlyphs(tab)).toEqual([]);
    expect(await toolbarTitle(extension)).toBe('Tierlens: discreet mode');
    await panel.reload();
    await expect(panel.locator('main')).toContainText('Discreet mode');
    await expect(panel.locator('body')).not.toContainText(account.name);

    await page.bringToFront();
    await panel.getByRole('button', { name: 'Show again now' }).dispatchEvent('click');
    await waitForGlyph(page);
    await list.bringToFront();
    await expect.poll(async () => (await readChips(list)).length).toBeGreaterThan(3);
    expect(await toolbarTitle(extension)).toBe('Tierlens');
  });

  test('ends by itself at its time, even where the worker was stopped meanwhile', async ({
    extension,
    page,
    sample,
  }) => {
    await extension.connectAs('rep');
    await page.goto(`${sample.crmUrl}/accounts`);
    const account = await firstAccount(page, extension);
    await openAccount(page, account);
    await waitForGlyph(page);
    await extension.ask({ verb: 'setDiscreet', minutes: 60 });
    await waitForNoGlyph(page);
    await endSoon(extension, SOON_MS);
    await extension.killWorker();
    const { discreetUntil } = await extension.ask({ verb: 'state' });
    expect(Date.parse(discreetUntil ?? '')).toBeGreaterThan(Date.now());
    await page.bringToFront();
    expect(await readGlyphs(page)).toEqual([]);
    await waitForGlyph(page, 45_000);
    expect((await extension.ask({ verb: 'state' })).discreetUntil).toBeNull();
    expect(await toolbarTitle(extension)).toBe('Tierlens');
  });
});
