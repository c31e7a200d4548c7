import { expect, savePicture, test, waitForGlyph } from './harness.ts';
import { axeFaults, elementsOutside } from './support/accessibility.ts';
import { firstAccount, hoverBadge, openAccount, sampleKey } from './support/crm-tour.ts';

const variants = [
  { language: 'en', scheme: 'light' },
  { language: 'de', scheme: 'dark' },
] as const;

for (const { language, scheme } of variants) {
  test.describe(`${language}, ${scheme} @a11y`, () => {
    test.use({ colorScheme: scheme, locale: language === 'de' ? 'de-DE' : 'en-GB' });

    test('extension pages have no fault that axe can find, also at 320 px', async ({
      extension,
      page,
      sample,
    }) => {
      await extension.connectAs('lead');
      await extension.ask({ verb: 'setLanguage', language });
      const [account] = sample.highlights;
      if (!account) throw new Error('the sample has no highlights');
      await page.goto(`${sample.crmUrl}/accounts/${account.id}`);
      await waitForGlyph(page);
      for (const name of ['popup', 'sidepanel', 'options', 'welcome'] as const) {
        const tab = await extension.openBehind(name);
        for (const width of name === 'popup' ? [360] : name === 'sidepanel' ? [240, 320, 480] : [320, 1024]) {
          await tab.setViewportSize({ width, height: 720 });
          if (name === 'popup' || name === 'sidepanel') {
            await expect(tab.locator('body')).toContainText(account.name);
          }
          await tab.waitForTimeout(300);
          expect(await axeFaults(tab), `${name} at ${width} px`).toEqual([]);
          expect(await elementsOutside(tab), `${name} scrolls sideways at ${width} px`).toEqual([]);
          await savePicture(`${name}-${width}-${scheme}-${language}`, (path) => tab.screenshot({ path }));
        }
        await tab.close();
      }
    });

    test('the card has none either', async ({ extension, page, sample }) => {
      await extension.connectAs('rep');
      await extension.ask({ verb: 'setLanguage', language });
      await page.goto(`${sample.crmUrl}/accounts`);
      const account = await firstAccount(page, extension);
      await openAccount(page, account);
      await waitForGlyph(page);
      const card = await hoverBadge(extension, page);
      await expect(card.locator('body')).toContainText(/\S/);
      expect(await axeFaults(card)).toEqual([]);
      await savePicture(`card-${scheme}-${language}`, (path) => page.screenshot({ path }));
      const view = await extension.ask({ verb: 'account', key: sampleKey(account.id) });
      expect(view?.money).toBeNull();
    });
  });
}

test('axe finds a seeded fault @a11y', async ({ extension }) => {
  const tab = await extension.open('options');
  await tab.evaluate(() => document.body.append(document.createElement('img')));
  expect((await axeFaults(tab)).some((fault) => fault.startsWith('image-alt'))).toBe(true);
});
