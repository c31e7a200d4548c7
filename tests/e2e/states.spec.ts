import { createTranslator } from '../../lib/i18n/translator.ts';
import { expect, savePicture, test, waitForGlyph } from './harness.ts';
import { expectBadge, hoverBadge, sampleKey } from './support/crm-tour.ts';

test.describe('every state there is @main', () => {
  test('badge and side panel say of each highlight what the figures say', async ({
    extension,
    page,
    sample,
  }) => {
    test.setTimeout(180_000);
    const t = createTranslator('en');
    await extension.connectAs('lead');
    await page.goto(`${sample.crmUrl}/accounts`);
    const signs = new Set<string>();
    await extension.openSidePanel();
    const panel = await extension.sidePanel();
    expect(sample.highlights.length).toBeGreaterThan(9);
    for (const highlight of sample.highlights) {
      await page.goto(`${sample.crmUrl}/accounts/${highlight.id}`);
      const glyph = await waitForGlyph(page);
      await expectBadge(extension, glyph, highlight.id);
      signs.add(glyph.sign);
      const words = (await extension.ask({ verb: 'account', key: sampleKey(highlight.id) }))?.words;
      if (!words) throw new Error(`${highlight.name} is not known`);
      await panel.waitForText(highlight.name);
      expect(await panel.text(), highlight.why).toContain(t(`state.${words.state}.headline`));
    }
    expect([...signs].sort()).toEqual(['carried', 'carries', 'even', 'open', 'plan']);
    await panel.detach();
  });

  test('pictures of one of the best who goes short', async ({ extension, page, sample }) => {
    await extension.connectAs('lead');
    const [best] = sample.highlights;
    if (!best) throw new Error('the sample has no highlights');
    await page.goto(`${sample.crmUrl}/accounts/${best.id}`);
    expect((await waitForGlyph(page)).due).toBe(true);
    const top = { x: 0, y: 0, width: 1280, height: 420 };
    await savePicture('badge', (path) => page.screenshot({ path, clip: top }));
    const card = await hoverBadge(extension, page);
    await expect(card.locator('body')).toContainText(/still owed/);
    await savePicture('card', (path) => page.screenshot({ path, clip: top }));
    await extension.openSidePanel();
    const panel = await extension.sidePanel();
    await panel.waitForText(best.name);
    await savePicture('panel', (path) => panel.screenshot(path));
    await panel.clickText('Figures');
    await panel.waitForText('Net revenue');
    await savePicture('figures', (path) => panel.screenshot(path));
    await panel.detach();
  });
});
