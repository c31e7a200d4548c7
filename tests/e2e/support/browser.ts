import type { BrowserContext, CDPSession } from '@playwright/test';
import { openBrowser, type Screen } from '../../../demo/browser.ts';
import { extensionFolder } from '../../../demo/build-extension.ts';
import { ensureBrowser } from '../../../setup.mjs';

export interface ExtensionBrowser {
  context: BrowserContext;
  /** Session of the whole browser: targets, extensions. */
  cdp: CDPSession;
  extensionId: string;
}

/**
 * The browser of `npm start`, with the real build in it, in a profile of its own.
 * @param profile folder of the profile; reuse it to start the same browser again
 * @param keepsLeftPages with the back/forward cache
 */
export async function launchWithExtension(
  profile: string,
  screen: Screen,
  keepsLeftPages = false,
): Promise<ExtensionBrowser> {
  const executablePath = ensureBrowser();
  if (!executablePath) throw new Error('no browser to test with: set CHROME_PATH');
  const { context, extensionId } = await openBrowser({
    executablePath,
    profile,
    extensionFolder: extensionFolder(),
    headless: process.env.TIERLENS_HEADED !== '1',
    screen,
    keepsLeftPages,
  });
  const browser = context.browser();
  if (!browser) throw new Error('the browser closed at once');
  return { context, extensionId, cdp: await browser.newBrowserCDPSession() };
}
