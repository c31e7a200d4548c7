import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../setup.mjs';
import { serveGallery } from './serve.ts';

/**
 * Pictures of every view, in both languages and both themes:
 * `node tests/gallery/shoot.ts FOLDER [part of a view's name] [width …] [--open]`.
 */
const open = process.argv.includes('--open');
const [folder = 'gallery-pictures', filter = '', ...widths] = process.argv
  .slice(2)
  .filter((word) => word !== '--open');
const WIDTHS: Readonly<Record<string, readonly number[]>> = {
  panel: [240, 320, 360, 480],
  popup: [360],
  card: [320],
  page: [320, 720],
  reports: [320, 720],
  options: [720],
  welcome: [720],
};

const gallery = await serveGallery();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? chromium.executablePath(),
  args: ['--no-sandbox'],
});
mkdirSync(folder, { recursive: true });
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${gallery.url}list.html`);
  const names = await page.evaluate(() => (globalThis as unknown as { views: string[] }).views);
  for (const name of names.filter((view) => new RegExp(filter).test(view))) {
    const kind = name.split('-')[0] ?? '';
    const sizes = widths.length > 0 ? widths.map(Number) : (WIDTHS[kind] ?? [360]);
    for (const width of sizes) {
      for (const [language, colorScheme] of [
        ['de', 'light'],
        ['en', 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 600 });
        await page.emulateMedia({ colorScheme });
        await page.goto(`${gallery.url}?view=${name}&language=${language}${open ? '&open' : ''}`);
        await page.locator('main').waitFor();
        if (open) await page.waitForTimeout(250);
        const height = await page.evaluate(() => document.getElementById('root')?.scrollHeight ?? 0);
        const path = join(folder, `${name}-${width}-${language}-${colorScheme}${open ? '-open' : ''}.png`);
        await page.screenshot({ path, fullPage: true });
        console.log(`${name} ${width} ${language} ${colorScheme}: ${height} px high`);
      }
    }
  }
} finally {
  await browser.close();
  await gallery.close();
}
