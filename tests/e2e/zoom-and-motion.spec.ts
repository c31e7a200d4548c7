import type { Frame, Page } from '@playwright/test';
import { expect, savePicture, test, waitForGlyph } from './harness.ts';
import { elementsOutside } from './support/accessibility.ts';
import { firstAccount, hoverBadge, openAccount } from './support/crm-tour.ts';
import { type Gallery, openGallery } from './support/gallery.ts';

/** What a person at 200 % has left of a screen: half the pixels to lay out, each drawn as four. */
async function zoomIn(page: Page, screen: { width: number; height: number }): Promise<void> {
  await page.setViewportSize({ width: screen.width / 2, height: screen.height / 2 });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setDeviceMetricsOverride', {
    width: screen.width / 2,
    height: screen.height / 2,
    deviceScaleFactor: 2,
    mobile: false,
  });
}

/** Everything that moves or fades, pseudo-elements and shadow trees included, as `element property duration`. */
function motions(frame: Page | Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const moving = (element: Element, pseudo?: string): string[] => {
      const style = getComputedStyle(element, pseudo);
      return [`transition ${style.transitionDuration}`, `animation ${style.animationDuration}`]
        .filter((entry) => /[1-9]/.test(entry))
        .map((entry) => `${element.localName}.${element.className}${pseudo ?? ''} ${entry}`);
    };
    const running = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().duration !== 0)
      .map((one) => `running ${one.id}`);
    return [
      ...running,
      ...[...document.querySelectorAll('*')].flatMap((element) => [
        ...moving(element),
        ...moving(element, '::before'),
        ...moving(element, '::after'),
      ]),
    ];
  });
}

/** Screens in physical px. A panel of usual width is then narrower than any at 100 %: what is closed stays closed. */
const SCREENS: readonly { views: RegExp; width: number; height: number; open: boolean }[] = [
  { views: /^panel-/, width: 480, height: 1_200, open: true },
  { views: /^panel-/, width: 360, height: 1_200, open: false },
  // Browsers give a popup no more than this.
  { views: /^popup-/, width: 720, height: 600, open: true },
  { views: /^card-/, width: 640, height: 560, open: true },
];

test.describe('views @a11y', () => {
  let gallery: Gallery;
  test.beforeAll(async () => {
    gallery = await openGallery();
  });
  test.afterAll(() => gallery.close());

  test('never scroll sideways at 200 %', async () => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    for (const { views, open, ...screen } of SCREENS) {
      for (const view of gallery.views.filter((name) => views.test(name))) {
        await gallery.show(view, { language: 'de', scheme: 'light', width: 360, open });
        await zoomIn(gallery.page, screen);
        const found = await elementsOutside(gallery.page);
        faults.push(...found.map((fault) => `${view} on ${screen.width} px: ${fault}`));
        if (/^(panel-carried|panel-due-lead|popup-lead)$/.test(view)) {
          await savePicture(`zoom-${view}-${screen.width}`, (path) => gallery.page.screenshot({ path }));
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('do not move for those who asked for less motion', async () => {
    test.setTimeout(180_000);
    const found: string[] = [];
    for (const view of gallery.views) {
      await gallery.show(view, { language: 'en', scheme: 'light', width: 360, open: true });
      found.push(...(await motions(gallery.page)).map((motion) => `${view}: ${motion}`));
    }
    expect(found).toEqual([]);
  });

  test('move a little for everybody else, which is what the test above would find', async () => {
    await gallery.show('options', { language: 'en', scheme: 'light', width: 720, open: false });
    await gallery.page.emulateMedia({ reducedMotion: 'no-preference' });
    expect((await motions(gallery.page)).join('\n')).toMatch(/switch-thumb transition 0\.12s/);
  });
});

test('badge and card stand whole in a page at 200 %, and do not move @a11y', async ({
  extension,
  page,
  sample,
}) => {
  await extension.connectAs('rep');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await zoomIn(page, { width: 1_280, height: 800 });
  await page.goto(`${sample.crmUrl}/accounts`);
  const account = await firstAccount(page, extension);
  await openAccount(page, account);
  const { box } = await waitForGlyph(page);
  expect([box.width, box.height]).toEqual([136, 24]);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(640);
  expect(box.y + box.height).toBeLessThanOrEqual(400);
  const card = await hoverBadge(extension, page);
  await expect(card.locator('body')).toContainText(/\S/);
  const frame = await (await card.frameElement()).boundingBox();
  if (!frame) throw new Error('the card is not drawn');
  expect(frame.x).toBeGreaterThanOrEqual(0);
  expect(frame.x + frame.width).toBeLessThanOrEqual(640);
  expect(frame.y + frame.height).toBeLessThanOrEqual(400);
  expect(await motions(card)).toEqual([]);
  const running = await page.evaluate(() => document.getAnimations().length);
  expect(running, 'nothing of ours moves in the page').toBe(0);
  await savePicture('zoom-page', (path) => page.screenshot({ path }));
});
