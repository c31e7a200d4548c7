import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { launchWithExtension } from './support/browser.ts';
import { Extension } from './support/extension.ts';
import { type Glyph, readGlyphs } from './support/glyphs.ts';
import { type RunningSample, startTestSample } from './support/sample.ts';

export { expect } from '@playwright/test';
export { serveCrm } from './support/crm-pages.ts';
export { type Glyph, readChips, readGlyphs } from './support/glyphs.ts';
export { savePicture } from './support/pictures.ts';

interface WorkerFixtures {
  /** The sample company's API and CRM on free ports; its data are a copy, so a test may change them. */
  sample: RunningSample;
}

interface TestFixtures {
  /** Starts one more browser with its own profile, for a second person; closed after the test. */
  launch: () => Promise<Extension>;
  /** A browser with the built extension, nothing granted beyond the sample CRM, not signed in. */
  extension: Extension;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
    async ({}, use) => {
      const sample = await startTestSample();
      await use(sample);
      await sample.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  launch: async ({ locale, colorScheme, viewport, sample }, use) => {
    const closers: (() => Promise<void>)[] = [];
    await use(async () => {
      const profile = mkdtempSync(join(tmpdir(), 'tierlens-profile-'));
      const launched = await launchWithExtension(profile, {
        ...(locale ? { locale } : {}),
        ...(colorScheme === 'dark' ? { colorScheme } : {}),
        ...(viewport ? { viewport } : {}),
      });
      closers.push(async () => {
        await launched.context.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      });
      return new Extension(launched, sample);
    });
    for (const close of closers) await close();
  },
  extension: async ({ launch }, use) => use(await launch()),
  context: async ({ extension }, use) => use(extension.context),
  page: async ({ context }, use) => use(await context.newPage()),
});

/** The page's badge as a person sees it, or null; more than one is a fault. */
export async function readGlyph(page: Page): Promise<Glyph | null> {
  const badges = (await readGlyphs(page)).filter((glyph) => glyph.kind === 'badge');
  if (badges.length > 1) throw new Error(`${badges.length} badges on one page`);
  return badges[0] ?? null;
}

/** Waits for the page's badge. @throws after `timeout` ms without one */
export async function waitForGlyph(page: Page, timeout = 10_000): Promise<Glyph> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    const glyph = await readGlyph(page);
    if (glyph) return glyph;
    await page.waitForTimeout(50);
  }
  throw new Error(`no badge on ${page.url()} within ${timeout} ms`);
}

/** Waits until the page shows no badge. @throws after `timeout` ms with one */
export async function waitForNoGlyph(page: Page, timeout = 5_000): Promise<void> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    if ((await readGlyph(page)) === null) return;
    await page.waitForTimeout(30);
  }
  throw new Error(`still a badge on ${page.url()} after ${timeout} ms`);
}
