import type { Page } from '@playwright/test';
import { buildFolder } from '../support/build-output.ts';
import { expect, readGlyph, readGlyphs, test, waitForGlyph } from './harness.ts';
import { firstAccount, type ShownAccount } from './support/crm-tour.ts';
import type { Extension } from './support/extension.ts';
import type { RunningSample } from './support/sample.ts';

/** An account's page of our own making at its address in the sample CRM; `%NAME%` stands for the name. */
async function openPage(
  extension: Extension,
  page: Page,
  sample: RunningSample,
  html: string,
): Promise<ShownAccount> {
  await extension.connectAs('lead');
  await page.goto(`${sample.crmUrl}/accounts`);
  const account = await firstAccount(page, extension);
  const body = `<!doctype html><meta charset="utf-8"><style>body{font:16px sans-serif;margin:20px}h1{font-size:20px;margin:0}header{display:flex;align-items:center}</style><main><section class="record">${html.replace('%NAME%', account.name)}</section></main>`;
  await page.route(`${sample.crmUrl}/accounts/*`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await page.bringToFront();
  await page.goto(`${sample.crmUrl}/accounts/${account.id}`);
  return account;
}

const header = (style: string) =>
  `<header class="record-header" style="${style}"><h1 class="record-name">%NAME%</h1></header>`;

test.describe('where the badge stands @main', () => {
  test('badge, chip or corner: the space on the title line decides', async ({ extension, page, sample }) => {
    await openPage(extension, page, sample, header(''));
    expect((await waitForGlyph(page)).box).toMatchObject({ width: 136, height: 24 });

    const title = await page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().width);
    const narrow = (room: number) =>
      page.evaluate((width) => {
        const row = document.querySelector('header') as HTMLElement;
        row.style.cssText = `width:${width}px;white-space:nowrap;overflow:hidden`;
      }, title + room);
    await narrow(60);
    await expect.poll(async () => (await readGlyphs(page))[0]?.kind).toBe('chip');
    await narrow(0);
    await expect.poll(async () => (await readGlyph(page))?.box.y ?? 0).toBeGreaterThan(600);
    await narrow(400);
    await expect.poll(async () => (await readGlyph(page))?.box.y ?? 999).toBeLessThan(100);
  });

  test('the theme follows the page behind the title, whatever its colour is written in', async ({
    extension,
    page,
    sample,
  }) => {
    await openPage(extension, page, sample, header('background:oklch(0.25 0.03 250);color:#fff'));
    expect((await waitForGlyph(page)).dark).toBe(true);
  });

  test('on a right-to-left page it stands to the left of the name', async ({ extension, page, sample }) => {
    await openPage(extension, page, sample, header('direction:rtl'));
    const { box } = await waitForGlyph(page);
    const heading = await page.locator('h1').boundingBox();
    expect(box.x + box.width).toBeLessThanOrEqual(heading?.x ?? 0);
    expect(box.width).toBe(136);
  });

  test('without a heading it docks, on paper it is left out', async ({ extension, page, sample }) => {
    await openPage(extension, page, sample, '<p>%NAME%</p>');
    const { box } = await waitForGlyph(page);
    expect(box.y).toBeGreaterThan(600);
    await page.emulateMedia({ media: 'print' });
    expect(await readGlyphs(page)).toEqual([]);
  });

  test('a page that adds nothing of ours to its text keeps its text', async ({ extension, page, sample }) => {
    const account = await openPage(extension, page, sample, header(''));
    await waitForGlyph(page);
    expect(await page.locator('main').innerText()).toBe(account.name);
    expect(await page.locator('h1').evaluate((heading) => heading.outerHTML)).toBe(
      `<h1 class="record-name">${account.name}</h1>`,
    );
  });
});

test.describe('the card at the badge @main', () => {
  test('rest opens it, a passing pointer does not, Esc closes it', async ({ extension, page, sample }) => {
    await openPage(extension, page, sample, header(''));
    const { box } = await waitForGlyph(page);
    const frames = () => page.frames().filter((frame) => frame.url().startsWith('chrome-extension:')).length;
    const open = () =>
      page.evaluate(() => document.elementFromPoint(60, 200)?.localName.startsWith('x-') ?? false);
    expect(frames(), 'nothing is loaded before the pointer comes').toBe(0);
    await page.mouse.move(box.x + 20, box.y + 12);
    await page.mouse.move(700, 700);
    await page.waitForTimeout(600);
    await page.mouse.move(box.x + 20, box.y + 12);
    await extension.cardFrame(page);
    await page.waitForTimeout(500);
    const card = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x as number, y as number)?.localName ?? '',
      [box.x + 40, box.y + 60],
    );
    expect(card).toMatch(/^x-/);
    await page.keyboard.press('Escape');
    expect(await open()).toBe(false);
  });

  test('the keyboard goes from the badge into the card, back, and on to the panel', async ({
    extension,
    page,
    sample,
  }) => {
    const account = await openPage(extension, page, sample, header(''));
    const { box } = await waitForGlyph(page);
    await page.keyboard.press('Tab');
    const card = await extension.cardFrame(page);
    await expect
      .poll(() =>
        page.evaluate(
          ([x, y]) => document.elementFromPoint(x as number, y as number)?.localName ?? '',
          [box.x + 40, box.y + 60],
        ),
      )
      .toMatch(/^x-/);
    await expect(card.locator('main')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => card.evaluate(() => document.hasFocus()), 'into the card').toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => card.evaluate(() => document.hasFocus()), 'out of the card').toBe(false);
    expect(await page.evaluate(() => document.activeElement?.localName), 'at the badge').toMatch(/^x-/);
    await page.keyboard.press('Enter');
    await extension.cardFrame(page);
    await page.keyboard.press('Enter');
    const panel = await extension.sidePanel();
    await panel.waitForText(account.name);
    await panel.detach();
  });
});

test.describe('an update while the page is open @main', () => {
  test('leaves one badge, drawn by the new script', async ({ extension, page, sample }) => {
    await openPage(extension, page, sample, header(''));
    await waitForGlyph(page);
    const lines: string[] = [];
    page.on('pageerror', (error) => lines.push(String(error)));
    await extension.cdp.send('Extensions.loadUnpacked', { path: buildFolder('chrome') });
    await page.waitForTimeout(1_000);
    const { box } = await waitForGlyph(page);
    expect((await readGlyphs(page)).length).toBe(1);
    // A script that has lost its extension could draw no card.
    await page.mouse.move(box.x + 20, box.y + 12);
    await extension.cardFrame(page);
    expect(lines).toEqual([]);
  });
});
