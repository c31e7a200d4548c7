import type { Frame, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Extension } from './extension.ts';
import { type Glyph, readGlyphs } from './glyphs.ts';

/** An account of the sample CRM as its pages show it. */
export interface ShownAccount {
  id: string;
  name: string;
}

/** Record key of an account of the sample CRM. */
export function sampleKey(id: string): string {
  return `samplecrm:-:account:${id}`;
}

/** Accounts linked on the page that the extension knows, in the page's order. */
export async function linkedAccounts(page: Page, extension: Extension): Promise<ShownAccount[]> {
  await page.locator('a[href^="/accounts/"]').first().waitFor();
  const links = await page.locator('main a[href^="/accounts/"]').evaluateAll((nodes) =>
    nodes.map((node) => ({
      id: /^\/accounts\/([^/?#]+)/.exec(node.getAttribute('href') ?? '')?.[1] ?? '',
      name: node.textContent?.trim() ?? '',
    })),
  );
  const seen = new Map(links.filter((link) => link.id !== '').map((link) => [link.id, link]));
  const known: ShownAccount[] = [];
  for (const link of seen.values()) {
    if (await extension.ask({ verb: 'account', key: sampleKey(link.id) })) known.push(link);
  }
  return known;
}

/** The first of them. */
export async function firstAccount(page: Page, extension: Extension): Promise<ShownAccount> {
  const [first] = await linkedAccounts(page, extension);
  if (!first) throw new Error('the list is empty');
  return first;
}

/** Follows a link inside the CRM and waits until the record's heading stands. */
export async function openAccount(page: Page, account: ShownAccount): Promise<void> {
  await page.locator(`main a[href="/accounts/${account.id}"]`).first().click();
  await page.waitForURL((url) => url.pathname === `/accounts/${account.id}`);
  await expect(page.locator('h1.record-name')).toHaveText(account.name);
}

/** What the badge of an account must say, from the row the worker holds. */
export async function expectBadge(extension: Extension, glyph: Glyph, id: string): Promise<void> {
  const view = await extension.ask({ verb: 'account', key: sampleKey(id) });
  if (!view) throw new Error(`the extension does not know account ${id}`);
  const { policy, me, language } = await extension.ask({ verb: 'state' });
  const level = policy?.levels.find((candidate) => candidate.id === view.words.level);
  expect(glyph.letter).toBe(view.words.tier);
  if (me?.role !== 'inside') expect(glyph.label).toBe(level?.shortName[language === 'de' ? 'de' : 'en']);
  const sign = { review: 'carried' }[view.words.state as string] ?? view.words.state;
  expect(glyph.sign).toBe(sign);
  expect(glyph.due).toBe(view.words.due);
}

/** Rests the pointer on the page's badge until the card is there. */
export async function hoverBadge(extension: Extension, page: Page): Promise<Frame> {
  const [badge] = (await readGlyphs(page)).filter((glyph) => glyph.kind === 'badge');
  if (!badge) throw new Error(`no badge on ${page.url()}`);
  await page.mouse.move(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2, { steps: 4 });
  return extension.cardFrame(page);
}

/**
 * Watches the page's badge until `stop` is called: every sighting must fit the record the address names.
 * Returns what contradicted it.
 */
export function watchBadges(page: Page, tierOf: ReadonlyMap<string, string>): { stop(): Promise<string[]> } {
  let running = true;
  const faults: string[] = [];
  const idOf = (url: string): string => /\/accounts\/([^/?#]+)/.exec(url)?.[1] ?? '';
  const loop = (async () => {
    while (running) {
      const before = idOf(page.url());
      const badge = (await readGlyphs(page)).find((glyph) => glyph.kind === 'badge');
      if (badge && before === idOf(page.url())) {
        const tier = tierOf.get(before);
        if (tier === undefined) faults.push(`a badge ${badge.letter} at ${page.url()}`);
        else if (tier !== badge.letter) faults.push(`${badge.letter} instead of ${tier} at ${page.url()}`);
      }
      await page.waitForTimeout(15);
    }
  })();
  return {
    async stop() {
      running = false;
      await loop;
      return faults;
    },
  };
}
