import { type BrowserContext, chromium } from '@playwright/test';
import { UserError } from '../api/user-error.ts';
import type { PageRequest, PageResponses } from '../lib/contract/page-messages.ts';

export interface SampleBrowser {
  context: BrowserContext;
  extensionId: string;
  /** Signs the extension in; resolves to null on success, else to a named error. */
  connect(apiUrl: string, token: string): Promise<string | null>;
  open(url: string): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  executablePath: string;
  /** Folder of the browser profile, kept from start to start. */
  profile: string;
  extensionFolder: string;
  headless: boolean;
  /** Language, colours and size of a person's screen, where they shall not be the machine's own. */
  screen?: Screen;
  /** Pages that were left come back as they were, as in everybody's browser; drivers switch that off. */
  keepsLeftPages?: boolean;
}

export interface Screen {
  locale?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

/**
 * Starts a browser with the unpacked extension. It is loaded through the DevTools protocol, since branded
 * Chrome ignores `--load-extension`.
 * @throws UserError where the browser does not start
 */
export async function openBrowser(options: BrowserOptions): Promise<SampleBrowser> {
  const context = await launch(options);
  try {
    const session = await context.browser()!.newBrowserCDPSession();
    const { id } = (await session.send(
      'Extensions.loadUnpacked' as never,
      { path: options.extensionFolder } as never,
    )) as { id: string };
    return {
      context,
      extensionId: id,
      connect: (apiUrl, token) => connect(context, id, apiUrl, token),
      open: async (url) => {
        const page = context.pages().find((one) => one.url() === 'about:blank') ?? (await context.newPage());
        await page.goto(url);
        await page.bringToFront();
      },
      close: () => context.close(),
    };
  } catch (error) {
    await context.close();
    throw new UserError(
      `The browser ${options.executablePath} did not take the extension: ${(error as Error).message}. ` +
        'Set CHROME_PATH to a newer Chromium, Chrome or Edge.',
    );
  }
}

async function launch({
  executablePath,
  profile,
  headless,
  screen,
  keepsLeftPages = false,
}: BrowserOptions): Promise<BrowserContext> {
  try {
    return await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: false,
      viewport: null,
      ...screen,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ignoreDefaultArgs: [
        '--disable-extensions',
        '--disable-component-extensions-with-background-pages',
        '--enable-automation',
        ...(keepsLeftPages ? ['--disable-back-forward-cache'] : []),
      ],
      args: [
        '--enable-unsafe-extension-debugging',
        '--no-first-run',
        '--no-default-browser-check',
        '--hide-crash-restore-bubble',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        ...(headless ? ['--headless=new', '--disable-gpu', '--window-size=1280,800'] : []),
        ...(screen?.locale ? [`--lang=${screen.locale}`] : []),
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  } catch (error) {
    const message = (error as Error).message;
    if (/ProcessSingleton|profile (?:appears to be|is already) in use/i.test(message)) {
      throw new UserError(
        'The sample browser is still open from an earlier start. Close it and start again.',
      );
    }
    throw new UserError(
      `The browser ${executablePath} did not start (${message.split('\n')[0]}). ` +
        'Set CHROME_PATH to another one, or use npm start -- --no-browser.',
    );
  }
}

/** Asks the worker from a page of the extension, as its options page does. */
async function connect(
  context: BrowserContext,
  extensionId: string,
  apiUrl: string,
  token: string,
): Promise<string | null> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    const request: PageRequest = { verb: 'connect', apiUrl, token, remember: true };
    const answer = await page.evaluate(
      (message) =>
        chrome.runtime.sendMessage(message) as Promise<
          { ok: true; value: PageResponses['connect'] } | { ok: false; code: string }
        >,
      request,
    );
    if (!answer.ok) return answer.code;
    return answer.value.ok ? null : answer.value.error;
  } finally {
    await page.close();
  }
}
