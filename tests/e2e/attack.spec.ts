import type { Page } from '@playwright/test';
import { expect, readGlyph, readGlyphs, test, waitForGlyph } from './harness.ts';
import { attackPage, drawNaively, leaks, probeCharacters, runAttacks } from './support/attack.ts';
import { firstAccount, type ShownAccount } from './support/crm-tour.ts';
import type { Extension } from './support/extension.ts';
import type { RunningSample } from './support/sample.ts';

const CONTROL = 'QZ-W7-KP';

/** Opens a hostile page at the address of an account the extension knows, its badge drawn. */
async function openHostilePage(
  extension: Extension,
  page: Page,
  sample: RunningSample,
): Promise<ShownAccount> {
  await extension.connectAs('lead');
  await page.goto(`${sample.crmUrl}/accounts`);
  const account = await firstAccount(page, extension);
  await page.route(`${sample.crmUrl}/accounts/*`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: attackPage(account.name) }),
  );
  await page.goto(`${sample.crmUrl}/accounts/${account.id}`);
  return account;
}

test.describe('what a page can learn @security', () => {
  test('no attack reads the badge; a plain closed root gives everything away', async ({
    extension,
    page,
    sample,
  }) => {
    await openHostilePage(extension, page, sample);
    const glyph = await waitForGlyph(page);
    await drawNaively(page, CONTROL);
    await page.mouse.move(glyph.box.x + 40, glyph.box.y + 12);
    await page.mouse.click(glyph.box.x + 60, glyph.box.y + 12, { clickCount: 3 });
    await page.keyboard.press('ControlOrMeta+c');
    // The click has opened the card, and a search of the page stops at its frame: closed, nothing hinders the attacks.
    await page.keyboard.press('Escape');

    const loot = await runAttacks(page, [glyph.label, glyph.sentence, glyph.label.slice(0, 3)]);
    expect(leaks(loot, [CONTROL]), 'the attacks work').toEqual(
      expect.arrayContaining(['searchOracle', 'searchAndSelection']),
    );
    expect(leaks(loot, [glyph.label, glyph.sentence, 'data-t=', 'SHADOWROOT'])).toEqual([]);
    expect(await readGlyph(page), 'the badge stood there all the time').not.toBeNull();
  });

  test('web fonts tell the characters of a plain closed root, not those of the badge', async ({
    extension,
    page,
    sample,
  }) => {
    await openHostilePage(extension, page, sample);
    const glyph = await waitForGlyph(page);
    const visible = await page.evaluate(() => document.documentElement.innerText);
    const secret = [...new Set(glyph.label + glyph.letter)].filter((letter) => !visible.includes(letter));
    expect(secret.length, 'the label has letters the page does not show').toBeGreaterThan(0);
    await drawNaively(page, CONTROL);
    const asked = await probeCharacters(page, glyph.label + glyph.letter + CONTROL);
    const control = [...CONTROL].filter((letter) => !visible.includes(letter));
    expect(
      control.some((letter) => asked.has(letter)),
      'the probe works',
    ).toBe(true);
    expect(secret.filter((letter) => asked.has(letter) && !CONTROL.includes(letter))).toEqual([]);
  });

  test('known and unknown accounts look alike to the page', async ({ extension, page, sample }) => {
    const account = await openHostilePage(extension, page, sample);
    const seen = async () => {
      await page.waitForTimeout(1_500);
      return page.evaluate(() => {
        const hosts = [...document.querySelectorAll('*')].filter((node) => node.localName.includes('-'));
        return hosts.map((host) => {
          const { x, y, width, height } = host.getBoundingClientRect();
          const style = getComputedStyle(host);
          return {
            box: { x, y, width, height },
            attributes: host.getAttributeNames(),
            children: host.childNodes.length,
            style: [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'),
            under: document.elementFromPoint(x + width / 2, y + height / 2) === host,
            frames: window.length,
          };
        });
      });
    };
    await waitForGlyph(page);
    const known = await seen();
    await page.goto(`${sample.crmUrl}/accounts/${account.id}0000nobody`);
    const unknown = await seen();
    expect(await readGlyphs(page)).toEqual([]);
    expect(known).toHaveLength(1);
    expect(unknown).toEqual(known);
  });

  test('the page cannot style the badge away', async ({ extension, page, sample }) => {
    await openHostilePage(extension, page, sample);
    const before = (await waitForGlyph(page)).box;
    await page.addStyleTag({
      content:
        'header > :not(h1):not(button), header > :not(h1):not(button)::part(g) { display: none !important; opacity: 0 !important; width: 0 !important; height: 0 !important; position: fixed !important; transform: scale(0) !important; clip-path: inset(50%) !important; direction: rtl !important }',
    });
    expect((await waitForGlyph(page)).box).toEqual(before);
  });

  test('the card shows nothing to the page and nothing without a ticket', async ({
    extension,
    page,
    sample,
  }) => {
    await openHostilePage(extension, page, sample);
    const glyph = await waitForGlyph(page);
    await page.mouse.move(glyph.box.x + 40, glyph.box.y + 12);
    const card = await extension.cardFrame(page);
    await expect(card.locator('body')).toContainText(/./);
    const words = (await card.locator('body').innerText()).split('\n').filter((line) => line.length > 6);
    const address = card.url();
    const loot = await runAttacks(page, words.slice(0, 3));
    expect(leaks({ ...loot, serialise: loot.serialise ?? '' }, words)).toEqual([]);
    expect(loot.frames).not.toContain('FRAME');

    const replay = await page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return frame.getBoundingClientRect().width;
    }, address);
    expect(replay).toBeGreaterThan(0);
    for (const frame of page.frames().filter((candidate) => candidate !== card)) {
      if (!frame.url().startsWith('chrome-extension:')) continue;
      const shown = await frame.locator('body').innerText();
      expect(words.filter((word) => shown.includes(word))).toEqual([]);
    }
  });

  test('a page that keeps removing the badge gets its peace', async ({ extension, page, sample }) => {
    await openHostilePage(extension, page, sample);
    await waitForGlyph(page);
    const removals = await page.evaluate(async () => {
      let count = 0;
      const observer = new MutationObserver(() => {
        for (const node of document.querySelectorAll('header > *')) {
          if (!node.localName.includes('-')) continue;
          node.remove();
          count += 1;
        }
      });
      observer.observe(document.body, { childList: true, subtree: true });
      document.body.append(document.createElement('i'));
      await new Promise((resolve) => setTimeout(resolve, 12_000));
      observer.disconnect();
      return count;
    });
    expect(removals).toBeLessThan(200);
    const glyph = await waitForGlyph(page);
    expect(glyph.box.y, 'docked in the lower corner').toBeGreaterThan(600);
  });
});
