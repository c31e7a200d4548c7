import { readFileSync } from 'node:fs';
import { expect, test, waitForGlyph, waitForNoGlyph } from './harness.ts';
import { firstAccount, openAccount } from './support/crm-tour.ts';

test.describe('settings @main', () => {
  test('travel as a file to another browser; a file that is none changes nothing', async ({
    extension,
    launch,
  }) => {
    await extension.ask({ verb: 'setLanguage', language: 'en' });
    await extension.ask({ verb: 'setOverlay', toggle: 'chips', on: false });
    await extension.ask({ verb: 'setHostVisible', host: 'erp.example', visible: false });
    const options = await extension.open('options');
    const saved = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export' }).click();
    const path = await (await saved).path();
    expect(readFileSync(path, 'utf8')).not.toMatch(/token|apiUrl/);

    const other = await launch();
    const settings = await other.open('options');
    const choose = async (buffer: Buffer) => {
      const asked = settings.waitForEvent('filechooser');
      await settings.getByRole('button', { name: 'Import' }).click();
      await (await asked).setFiles({ name: 'x.json', mimeType: 'application/json', buffer });
    };
    await choose(Buffer.from('{"tierlens": 1}'));
    await expect(settings.getByText('holds no Tierlens settings')).toBeVisible();
    expect((await other.ask({ verb: 'state' })).hiddenHosts).toEqual([]);
    await choose(readFileSync(path));
    await expect(settings.getByText('The settings were taken over')).toBeVisible();
    const state = await other.ask({ verb: 'state' });
    expect(state).toMatchObject({ hiddenHosts: ['erp.example'], overlays: { own: { chips: false } } });
    await expect(settings.getByRole('switch', { name: 'Show on erp.example' })).not.toBeChecked();
  });

  test('one switch in the popup hides everything on the host in front, and on no other', async ({
    extension,
    page,
    sample,
  }) => {
    await extension.connectAs('rep');
    await page.goto(`${sample.crmUrl}/accounts`);
    const account = await firstAccount(page, extension);
    await openAccount(page, account);
    await waitForGlyph(page);
    const popup = await extension.openBehind('popup');
    const host = new URL(sample.crmUrl).host;
    // A tab behind draws no frames, so nothing there ever stands still for a pointer.
    const toggle = popup.getByRole('switch', { name: `Show on ${host}` });
    await toggle.dispatchEvent('click');
    await waitForNoGlyph(page);
    await page.reload();
    await page.locator('h1.record-name').waitFor();
    await page.waitForTimeout(800);
    await waitForNoGlyph(page);
    await toggle.dispatchEvent('click');
    await waitForGlyph(page);
  });
});
