import { existsSync } from 'node:fs';
import type { BrowserContext, CDPSession } from '@playwright/test';
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../../../setup.mjs';

export interface ExtensionBrowser {
  context: BrowserContext;
  /** Session of the whole browser: targets, extensions. */
  cdp: CDPSession;
  extensionId: string;
}

export interface BrowserOptions {
  /** Profile folder; reuse it to start the same browser again. */
  profile: string;
  /** Folder of the unpacked extension. */
  extension: string;
  locale?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

/**
 * A real browser with the real build in it. Branded Chrome ignores `--load-extension`, so the extension is loaded
 * through the DevTools protocol, which asks for a pipe (Playwright's default) and the debugging switch.
 */
export async function launchWithExtension(options: BrowserOptions): Promise<ExtensionBrowser> {
  if (!existsSync(`${options.extension}/manifest.json`)) {
    throw new Error(`${options.extension} holds no extension: run npm run build`);
  }
  const headed = process.env.TIERLENS_HEADED === '1';
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: browserPath(),
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: [
      ...(headed ? [] : ['--headless=new']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-unsafe-extension-debugging',
      `--lang=${options.locale ?? 'en-GB'}`,
    ],
    locale: options.locale ?? 'en-GB',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
  });
  const browser = context.browser();
  if (!browser) throw new Error('the browser closed at once');
  const cdp = await browser.newBrowserCDPSession();
  const { id } = (await cdp.send('Extensions.loadUnpacked', { path: options.extension })) as { id: string };
  return { context, cdp, extensionId: id };
}

function browserPath(): string {
  const path = ensureBrowser();
  if (!path) throw new Error('no browser to test with: set CHROME_PATH');
  return path;
}
