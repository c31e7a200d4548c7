import { expect, test, waitForGlyph, waitForNoGlyph } from './harness.ts';
import { firstAccount, openAccount } from './support/crm-tour.ts';

/**
 * Keys of extensions are the browser's own: a page's keyboard never reaches them, nor does that of the DevTools
 * protocol. So these tests ask the browser which keys it has given, and let the command arrive in the worker.
 */
test.describe('keys @main', () => {
  test('the browser has given both, and the settings show them with the way to change them', async ({
    extension,
  }) => {
    await extension.connectAs('rep');
    const options = await extension.open('options');
    const commands = await options.evaluate(() => chrome.commands.getAll());
    const keys = Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut]));
    expect(keys).toMatchObject({ 'open-panel': 'Alt+Shift+K', discreet: 'Alt+Shift+D' });
    const shown = await options.locator('kbd').allInnerTexts();
    expect(shown).toEqual([keys['open-panel'], keys.discreet]);
    const changed = extension.context.waitForEvent('page');
    await options.getByRole('button', { name: 'Change shortcuts' }).click();
    await expect.poll(async () => (await changed).url()).toMatch(/^chrome:\/\/extensions\/shortcuts/);
  });

  test('the discreet key hides everything and shows it again', async ({ extension, page, sample }) => {
    await extension.connectAs('rep');
    await page.goto(`${sample.crmUrl}/accounts`);
    const account = await firstAccount(page, extension);
    await openAccount(page, account);
    await waitForGlyph(page);
    await extension.command('discreet');
    await waitForNoGlyph(page);
    await extension.command('discreet');
    await waitForGlyph(page);
  });

  test("the panel's key asks for the panel of the window in front, in the same turn", async ({
    extension,
  }) => {
    const worker = await extension.worker();
    // The browser opens it for a person's key only; what is asked of it is what this test can see.
    await worker.evaluate(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      chrome.sidePanel.open = async (options) => void asked.push(options);
    });
    const asked = await extension.command(
      'open-panel',
      () => (globalThis as unknown as { asked: unknown }).asked,
    );
    const options = await extension.openBehind('options');
    const windowId = await options.evaluate(async () => (await chrome.windows.getCurrent()).id);
    expect(asked).toEqual([{ windowId }]);
  });
});
