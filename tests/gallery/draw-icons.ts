import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../setup.mjs';

/** Draws the icons of the extension from their SVG files: `node tests/gallery/draw-icons.ts`. */
const SIZES = [16, 32, 48, 128];
const ICONS = { tierlens: '', 'signed-out': 'signed-out-', discreet: 'discreet-' };

const target = new URL('../../public/icon/', import.meta.url);
mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: findBrowser() ?? chromium.executablePath(),
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const [name, prefix] of Object.entries(ICONS)) {
    const svg = readFileSync(new URL(`../../assets/icons/${name}.svg`, import.meta.url), 'utf8');
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      writeFileSync(new URL(`${prefix}${size}.png`, target), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
