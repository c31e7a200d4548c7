import { expect, test } from '@playwright/test';
import { budget } from '../budget.ts';
import { axeFaults, elementsOutside } from './support/accessibility.ts';
import { type Gallery, openGallery, widthsOf } from './support/gallery.ts';

/** Every state of every page, which the running extension would take days to pass through. */
test.describe('every view @a11y', () => {
  test.describe.configure({ mode: 'parallel' });
  let gallery: Gallery;
  test.beforeAll(async () => {
    gallery = await openGallery();
  });
  test.afterAll(() => gallery.close());

  for (const [turn, { language, scheme }] of (
    [
      { language: 'de', scheme: 'light' },
      { language: 'en', scheme: 'dark' },
    ] as const
  ).entries()) {
    test(`has no fault that axe can find and never scrolls sideways, ${language}, ${scheme}`, async () => {
      test.setTimeout(300_000);
      const faults: string[] = [];
      for (const view of gallery.views.filter((_, at) => (at - turn) % budget.axeTurns === 0)) {
        const [width] = widthsOf(view);
        await gallery.show(view, { language, scheme, width, open: true });
        const found = [...(await axeFaults(gallery.page)), ...(await elementsOutside(gallery.page))];
        faults.push(...found.map((fault) => `${view} at ${width} px: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
  }

  test('decides without scrolling at 360 × 600: answer, routing and care stand in sight', async () => {
    for (const view of gallery.views.filter((name) => name.startsWith('panel-'))) {
      for (const language of ['de', 'en'] as const) {
        await gallery.show(view, { language, scheme: 'light', width: 360, open: false });
        const bottoms = await gallery.page
          .locator('.head, .answer, .routing, .meters')
          .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().bottom));
        expect(Math.max(0, ...bottoms), `${view} in ${language}`).toBeLessThanOrEqual(600);
      }
    }
  });

  test('targets are at least 24 px high and wide', async () => {
    const small: string[] = [];
    // The links of a CRM's own pages are not ours.
    for (const view of gallery.views.filter((name) => !name.startsWith('page-'))) {
      await gallery.show(view, { language: 'de', scheme: 'light', width: widthsOf(view)[0], open: true });
      const found = await gallery.page
        .locator('button, a[href], summary, select, input:not([type=radio])')
        .evaluateAll((targets) =>
          targets
            .map((target) => ({
              // The label of a box to tick is part of its target.
              box: (target.closest('label') ?? target).getBoundingClientRect(),
              text: target.textContent,
            }))
            .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
            .map(({ box, text }) => `${text?.slice(0, 30)}: ${box.width} × ${box.height}`),
        );
      small.push(...found.map((fault) => `${view}: ${fault}`));
    }
    expect(small).toEqual([]);
  });
});
