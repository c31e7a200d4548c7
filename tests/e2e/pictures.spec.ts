import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../support/source-files.ts';
import { type Gallery, type Look, openGallery, widthsOf } from './support/gallery.ts';
import { drawnBy } from './support/picture-machine.ts';

/**
 * Pictures of every view, reviewed by eye and kept in tests/pictures. Browsers and fonts draw differently, so they are
 * compared only on a machine that draws like the one they were taken on; `--update-snapshots` takes them anew.
 */
const RECORD = join(projectRoot, 'tests', 'pictures', 'drawn-by.json');

/** Colours this near are equal: anti-aliasing. */
const THRESHOLD = 0.2;
/** Pixels that may differ all the same. */
const MOST_DIFFERENT = 40;

test.describe('every view looks as reviewed @pictures', () => {
  test.describe.configure({ mode: 'parallel' });
  let gallery: Gallery;
  test.beforeAll(async () => {
    gallery = await openGallery();
  });
  test.afterAll(() => gallery.close());

  /** Leaves the test where this machine draws otherwise; takes note of the machine where pictures are taken anew. */
  async function onlyWhereAlike(): Promise<void> {
    const updating = test.info().config.updateSnapshots === 'all';
    const machine = await drawnBy(gallery);
    if (updating) {
      mkdirSync(join(RECORD, '..'), { recursive: true });
      writeFileSync(RECORD, `${JSON.stringify(machine, null, 2)}\n`);
    }
    const record = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : null;
    test.skip(
      JSON.stringify(record) !== JSON.stringify(machine),
      `The pictures were drawn by ${record?.browser} with other fonts or another version than ${machine.browser} here.`,
    );
  }

  function compare(picture: Buffer, name: string): void {
    expect.soft(picture, name).toMatchSnapshot(name, { threshold: THRESHOLD, maxDiffPixels: MOST_DIFFERENT });
  }

  for (const language of ['de', 'en'] as const) {
    test(`the ways to break even with the proposal set, ${language}`, async () => {
      await onlyWhereAlike();
      await gallery.show('panel-carried-operations', { language, scheme: 'light', width: 360, open: false });
      const { page } = gallery;
      await page.getByText(language === 'de' ? 'Zahlen' : 'Figures', { exact: true }).click();
      await page.getByRole('button', { name: language === 'de' ? 'Vorschlag' : 'proposal' }).click();
      compare(await page.locator('.advisor').screenshot(), `advisor-360-${language}-light.png`);
    });
  }

  for (const language of ['de', 'en'] as const) {
    test(`in both themes, narrow and usual, ${language}`, async () => {
      test.setTimeout(300_000);
      await onlyWhereAlike();
      for (const view of gallery.views) {
        for (const look of looksOf(view).filter((wanted) => wanted.language === language)) {
          await gallery.show(view, look);
          const picture = await gallery.page.screenshot({
            fullPage: true,
            animations: 'disabled',
            caret: 'hide',
          });
          const { scheme, width, open, forced } = look;
          const name = `${view}-${width}-${language}-${scheme}${open ? '-open' : ''}${forced ? '-forced' : ''}.png`;
          compare(picture, name);
        }
      }
    });
  }
});

/** Views that the English user guide shows as well. */
const GUIDE: readonly string[] = ['panel-inside-through'];
/** What people look at all day: in both languages and themes at each of these widths. */
const EVERY_LOOK: Readonly<Record<string, readonly number[]>> = {
  'panel-carried': [240, 320, 360, 480],
  'card-carried': [320],
  'popup-rep': [360],
  // Its theme is the ground's in the picture, not the system's: light and dark stand side by side in each.
  'page-badges': [320, 720],
};
/** Views that are looked at in forced colours too. */
const FORCED: readonly string[] = ['page-badges', 'page-chips', 'card-due', 'panel-carried', 'popup-rep'];

/** German in the light, English in the dark; the narrow one with all rows open. */
function looksOf(view: string): Look[] {
  const [narrow, usual] = widthsOf(view);
  const looks: Look[] = [
    { language: 'de', scheme: 'light', width: usual, open: false },
    { language: 'en', scheme: 'dark', width: narrow, open: true },
  ];
  if (GUIDE.includes(view)) looks.push({ language: 'en', scheme: 'light', width: usual, open: false });
  if (FORCED.includes(view))
    looks.push({ language: 'de', scheme: 'dark', width: usual, open: false, forced: true });
  const every = (EVERY_LOOK[view] ?? []).flatMap((width) =>
    (['de', 'en'] as const).flatMap((language) =>
      (view.startsWith('page-') ? (['light'] as const) : (['light', 'dark'] as const)).map(
        (scheme): Look => ({ language, scheme, width, open: false }),
      ),
    ),
  );
  // The first of each kind stands in the list already.
  return [...looks, ...every.filter((look) => !looks.some((other) => same(look, other)))];
}

function same(a: Look, b: Look): boolean {
  return (['language', 'scheme', 'width', 'open', 'forced'] as const).every((key) => a[key] === b[key]);
}
