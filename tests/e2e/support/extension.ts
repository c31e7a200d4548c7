import type { BrowserContext, CDPSession, Frame, Page } from '@playwright/test';
import type { Role } from '../../../lib/contract/me.ts';
import type { PageRequest, PageResponses } from '../../../lib/contract/page-messages.ts';
import type { ExtensionBrowser } from './browser.ts';
import { dumpCache } from './cache-dump.ts';
import { grantHosts } from './host-grants.ts';
import type { RunningSample } from './sample.ts';
import { SidePanel } from './side-panel.ts';

/** Pages of the extension a test can open as a tab. */
export type ExtensionPage = 'options' | 'popup' | 'sidepanel' | 'welcome' | 'card';

/** The installed extension from a tester's point of view. */
export class Extension {
  readonly context: BrowserContext;
  readonly id: string;
  readonly cdp: CDPSession;
  #sample: RunningSample;

  constructor(browser: ExtensionBrowser, sample: RunningSample) {
    this.context = browser.context;
    this.id = browser.extensionId;
    this.cdp = browser.cdp;
    this.#sample = sample;
  }

  url(page: ExtensionPage): string {
    return `chrome-extension://${this.id}/${page}.html`;
  }

  async open(page: ExtensionPage, query = ''): Promise<Page> {
    const tab = await this.context.newPage();
    await tab.goto(this.url(page) + query);
    return tab;
  }

  /** Runs `act` with a page of the extension that is closed afterwards. */
  async withPage<T>(act: (page: Page) => Promise<T>): Promise<T> {
    const tab = await this.open('options');
    try {
      return await act(tab);
    } finally {
      await tab.close();
    }
  }

  /** One request to the service worker, as a page of the extension sends it. @throws the worker's error */
  ask<R extends PageRequest>(request: R): Promise<PageResponses[R['verb']]> {
    return this.withPage(async (page) => {
      const answer = await page.evaluate(
        (message) => chrome.runtime.sendMessage(message),
        request as PageRequest,
      );
      if (answer?.ok !== true) throw new Error(`${request.verb}: ${JSON.stringify(answer)}`);
      return answer.value as PageResponses[R['verb']];
    });
  }

  /** Signs in with an access token of the sample company and waits for the first complete sync. */
  async connectAs(role: Role, options: { remember?: boolean } = {}): Promise<void> {
    const answer = await this.ask({
      verb: 'connect',
      apiUrl: this.#sample.apiUrl,
      token: this.#sample.token(role),
      remember: options.remember ?? true,
    });
    if (!answer.ok) throw new Error(`could not connect as ${role}: ${answer.error}`);
    await this.waitForSync();
  }

  /** Waits until all parts are there and nothing is being fetched. @throws after `timeout` ms */
  async waitForSync(timeout = 30_000): Promise<void> {
    const end = Date.now() + timeout;
    let last = '';
    while (Date.now() < end) {
      const { sync } = await this.ask({ verb: 'state' });
      if (sync.phase === 'idle' && sync.accounts > 0) return;
      last = JSON.stringify(sync);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`no complete sync: ${last}`);
  }

  grant(patterns: readonly string[]): Promise<void> {
    return grantHosts(this.context, this.id, patterns);
  }

  /** All that the extension stores, as text. */
  dumpCache(): Promise<string> {
    return this.withPage(dumpCache);
  }

  /** The card frame that is open on a page. @throws after 10 s without one */
  async cardFrame(page: Page): Promise<Frame> {
    const end = Date.now() + 10_000;
    while (Date.now() < end) {
      const frame = page.frames().find((candidate) => /^chrome-extension:.*card\.html/.test(candidate.url()));
      if (frame) return frame;
      await page.waitForTimeout(50);
    }
    throw new Error('no card opened');
  }

  /** Stops the service worker, as the browser does when it is idle; the next message starts it again. */
  async killWorker(): Promise<void> {
    await this.withPage(async (page) => {
      const cdp = await this.context.newCDPSession(page);
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
      await cdp.detach();
    });
  }

  sidePanel(timeout?: number): Promise<SidePanel> {
    return SidePanel.find(this.cdp, timeout);
  }
}
