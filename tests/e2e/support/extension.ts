import type { BrowserContext, CDPSession, Frame, Page, Worker } from '@playwright/test';
import type { Role } from '../../../lib/contract/me.ts';
import type { PageRequest, PageResponses } from '../../../lib/contract/page-messages.ts';
import { hostPatterns } from '../../../lib/crm/hosts.ts';
import { adapters } from '../../../lib/crm/index.ts';
import type { ExtensionBrowser } from './browser.ts';
import { dumpCache } from './cache-dump.ts';
import { grantHosts } from './host-grants.ts';
import type { RunningSample } from './sample.ts';
import { SidePanel } from './side-panel.ts';

/** Pages of the extension a test can open as a tab. */
export type ExtensionPage = 'options' | 'popup' | 'reports' | 'sidepanel' | 'welcome' | 'card';

/** Where the extension signs in, and with which token of a role. */
export type SignInAt = Pick<RunningSample, 'apiUrl' | 'token'>;

/** The installed extension from a tester's point of view. */
export class Extension {
  readonly context: BrowserContext;
  readonly id: string;
  readonly cdp: CDPSession;
  #sample: SignInAt;
  #control: Promise<Page> | undefined;

  constructor(browser: ExtensionBrowser, sample: SignInAt) {
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

  /**
   * A tab of the extension's origin without a screen, opened in the background once, through which tests ask the
   * worker; the tab in front stays in front.
   */
  #controlPage(): Promise<Page> {
    this.#control ??= this.#openBehind(`chrome-extension://${this.id}/manifest.json`);
    return this.#control;
  }

  /**
   * A page of the extension in a tab behind the one in front, which stays the active one: so popup and panel show
   * the record of the CRM page, as they do in their own frames.
   */
  openBehind(page: ExtensionPage): Promise<Page> {
    return this.#openBehind(this.url(page));
  }

  async #openBehind(url: string): Promise<Page> {
    const opened = this.context.waitForEvent('page', (page) => page.url() === url || page.url() === '');
    await this.cdp.send('Target.createTarget', { url, background: true });
    const page = await opened;
    await page.waitForURL(url);
    return page;
  }

  /** One request to the service worker, as a page of the extension sends it. @throws the worker's error */
  async ask<R extends PageRequest>(request: R): Promise<PageResponses[R['verb']]> {
    const page = await this.#controlPage();
    const answer = await page.evaluate(
      (message) => chrome.runtime.sendMessage(message),
      request as PageRequest,
    );
    if (answer?.ok !== true) throw new Error(`${request.verb}: ${JSON.stringify(answer)}`);
    return answer.value as PageResponses[R['verb']];
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

  /** Runs a function with the extension's rights. */
  async onControlPage<A, T>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
    const page = await this.#controlPage();
    return page.evaluate(run as (argument: unknown) => T | Promise<T>, argument);
  }

  /** Grants the hosts of one CRM, as the user's click on the options page does. */
  async grant(crm: string): Promise<void> {
    const adapter = adapters().find((candidate) => candidate.id === crm);
    if (!adapter) throw new Error(`there is no CRM called ${crm}`);
    await grantHosts(await this.#controlPage(), this.id, hostPatterns(adapter, true));
  }

  /** Grants many match patterns at once. */
  async grantPatterns(patterns: readonly string[]): Promise<void> {
    await grantHosts(await this.#controlPage(), this.id, patterns);
  }

  /** Runs the scripts of a page once more, as an update of the registration may do. */
  async injectAgain(page: Page): Promise<void> {
    const control = await this.#controlPage();
    await control.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url: `${new URL(url).origin}/*`, active: true });
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      const matches = ({ matches = [] }: { matches?: string[] | undefined }) =>
        matches.some((pattern) => {
          const host = pattern.split('/')[2]?.split(':')[0] ?? '';
          const { hostname } = new URL(url);
          return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
        });
      for (const { js = [] } of scripts.filter(matches)) {
        await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: js });
      }
    }, page.url());
  }

  /** Grants one address, as the user's click for a CRM on a host of the company's own does. */
  async grantOrigin(pattern: string): Promise<void> {
    await grantHosts(await this.#controlPage(), this.id, [pattern]);
  }

  /** All that the extension stores, as text, with what it has sealed opened by its own key. */
  async dumpCache(): Promise<string> {
    return dumpCache(await this.#controlPage(), true);
  }

  /** The same as somebody finds it who has the disk but no key. */
  async dumpSealedCache(): Promise<string> {
    return dumpCache(await this.#controlPage(), false);
  }

  /** The card frame that is open and visible on a page. @throws after 10 s without one */
  async cardFrame(page: Page): Promise<Frame> {
    const end = Date.now() + 10_000;
    while (Date.now() < end) {
      const frame = page.frames().find((candidate) => /^chrome-extension:.*card\.html/.test(candidate.url()));
      if (frame && (await (await frame.frameElement()).isVisible())) return frame;
      await page.waitForTimeout(50);
    }
    throw new Error('no card opened');
  }

  /** Stops the service worker, as the browser does when it is idle; the next message starts it again. */
  async killWorker(): Promise<void> {
    const cdp = await this.context.newCDPSession(await this.#controlPage());
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await cdp.detach();
  }

  /** The running service worker. */
  async worker(): Promise<Worker> {
    await this.ask({ verb: 'state' });
    const own = this.context.serviceWorkers().find((worker) => worker.url().includes(this.id));
    if (!own) throw new Error('no service worker runs');
    return own;
  }

  /** Lets a command arrive as from its key; `look` runs in the worker right after. */
  async command<T = void>(name: 'open-panel' | 'discreet', look?: () => T): Promise<T | undefined> {
    const page = await this.#controlPage();
    const windowId = await page.evaluate(async () => (await chrome.windows.getCurrent()).id);
    const worker = await this.worker();
    await worker.evaluate(
      ([command, id]) => {
        const { onCommand } = chrome.commands as unknown as {
          onCommand: { dispatch(command: string, tab: { windowId: number }): void };
        };
        onCommand.dispatch(command as string, { windowId: id as number });
      },
      [name, windowId],
    );
    return look && worker.evaluate(look);
  }

  /** Opens the side panel of the window in front; the browser wants a user's gesture, which is claimed here. */
  async openSidePanel(): Promise<void> {
    const page = await this.#controlPage();
    const windowId = await page.evaluate(async () => (await chrome.windows.getCurrent()).id);
    const cdp = await this.context.newCDPSession(page);
    await cdp.send('Runtime.evaluate', {
      expression: `chrome.sidePanel.open({ windowId: ${windowId} })`,
      awaitPromise: true,
      userGesture: true,
    });
    await cdp.detach();
  }

  sidePanel(timeout?: number): Promise<SidePanel> {
    return SidePanel.find(this.cdp, timeout);
  }
}
