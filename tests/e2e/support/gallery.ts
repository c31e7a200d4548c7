import type { Browser, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../../../setup.mjs';
import { serveGallery } from '../../gallery/serve.ts';

export interface Look {
  language: 'de' | 'en';
  scheme: 'light' | 'dark';
  width: number;
  /** All rows unfolded. */
  open: boolean;
  /** The system's own colours, as high contrast modes force them. */
  forced?: boolean;
}

/** Every view of the extension's pages, drawn from made-up data in a plain browser. */
export interface Gallery {
  browser: Browser;
  page: Page;
  /** Names of all views. */
  views: string[];
  /** Draws one view and waits until nothing changes any more. */
  show(view: string, look: Look): Promise<void>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const served = await serveGallery();
  const browser = await chromium.launch({
    executablePath: ensureBrowser() ?? chromium.executablePath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ reducedMotion: 'reduce', timezoneId: 'Europe/Berlin' });
  await page.goto(`${served.url}list.html`);
  const views = await page.evaluate(() => (globalThis as unknown as { views: string[] }).views);
  return {
    browser,
    page,
    views,
    async show(view, { language, scheme, width, open, forced = false }) {
      await page.setViewportSize({ width, height: 600 });
      await page.emulateMedia({
        colorScheme: scheme,
        reducedMotion: 'reduce',
        forcedColors: forced ? 'active' : 'none',
      });
      await page.goto(`${served.url}?view=${view}&language=${language}${open ? '&open' : ''}`);
      await page.locator('main').waitFor();
      if (open && (await page.locator('details').count()) > 0) {
        await page.waitForFunction(() =>
          [...document.querySelectorAll('details')].every(
            (row) => row.open && (!row.matches('.row') || row.querySelector('.row-body')),
          ),
        );
      }
      await page.evaluate(() => document.fonts.ready);
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** Width in px of a page of the view's kind, narrow and usual. */
export function widthsOf(view: string): readonly [narrow: number, usual: number] {
  const kind = view.split('-')[0] ?? '';
  const widths: Readonly<Record<string, readonly [number, number]>> = {
    panel: [240, 360],
    popup: [360, 360],
    card: [320, 320],
    page: [320, 720],
  };
  return widths[kind] ?? [320, 720];
}
