import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../support/source-files.ts';

const folder = join(projectRoot, 'tests/fixtures/attack');

declare global {
  interface Window {
    attacks: Record<string, () => string>;
    guesses?: string[];
  }
}

/** The hostile page, dressed as an account page of the sample CRM. */
export function attackPage(name: string): string {
  return readFileSync(join(folder, 'page.html'), 'utf8').replace('%NAME%', name);
}

/** Runs every attack as the page's own script; the text each of them got hold of. */
export async function runAttacks(page: Page, guesses: readonly string[]): Promise<Record<string, string>> {
  await page.evaluate(readFileSync(join(folder, 'attacks.js'), 'utf8'));
  return page.evaluate((words) => {
    window.guesses = [...words];
    return Object.fromEntries(Object.entries(window.attacks).map(([name, attack]) => [name, attack()]));
  }, guesses);
}

/** Attacks whose loot contains one of the secrets. */
export function leaks(loot: Record<string, string>, secrets: readonly string[]): string[] {
  return Object.entries(loot)
    .filter(([, text]) => secrets.some((secret) => text.includes(secret)))
    .map(([name]) => name);
}

/** Draws text the naive way: an ordinary span in a closed root whose reference nobody keeps. */
export async function drawNaively(page: Page, text: string): Promise<void> {
  await page.evaluate((secret) => {
    const host = document.createElement('span');
    const span = document.createElement('span');
    span.textContent = secret;
    // The page's wrapper of attachShadow must not get this root: it would prove nothing about reading.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const attach = (frame.contentWindow as Window & typeof globalThis).Element.prototype.attachShadow;
    attach.call(host, { mode: 'closed' }).append(span);
    frame.remove();
    document.getElementById('control-place')?.append(host);
  }, text);
}

/**
 * Which characters of a web font are asked for: one font file per character, so that every request names one.
 * The page gives the font to everything it can reach.
 */
export async function probeCharacters(page: Page, characters: string): Promise<Set<string>> {
  const asked = new Set<string>();
  await page.route('**/probe-font/*', async (route) => {
    const code = Number(/probe-font\/(\d+)/.exec(route.request().url())?.[1]);
    asked.add(String.fromCodePoint(code));
    await route.fulfill({ status: 404 });
  });
  await page.evaluate((all) => {
    const style = document.createElement('style');
    const faces = [...new Set(all)].flatMap((letter) => {
      const code = letter.codePointAt(0) as number;
      return ['Probe', 'sans-serif'].map(
        (family) =>
          `@font-face{font-family:"${family}";src:url(/probe-font/${code});unicode-range:U+${code.toString(16)}}`,
      );
    });
    style.textContent = `${faces.join('')}*,*::before{font-family:Probe,"sans-serif",sans-serif!important}`;
    document.head.append(style);
  }, characters);
  await page.waitForTimeout(800);
  return asked;
}
