import type { Browser } from './browser.ts';

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** One tab, and the worlds of the extensions whose content scripts run in it. */
export class Tab {
  readonly browser: Browser;
  readonly session: string;
  readonly #target: string;
  readonly #worlds = new Map<string, number>();

  private constructor(browser: Browser, target: string, session: string) {
    this.browser = browser;
    this.#target = target;
    this.session = session;
    browser.listen(session, (method, params) => {
      if (method === 'Runtime.executionContextsCleared') this.#worlds.clear();
      if (method !== 'Runtime.executionContextCreated') return;
      const { id, origin, auxData } = params.context as {
        id: number;
        origin: string;
        auxData: { type: string };
      };
      if (auxData.type === 'isolated') this.#worlds.set(origin, id);
    });
  }

  static async open(browser: Browser, url: string): Promise<Tab> {
    const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', { url });
    const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const tab = new Tab(browser, targetId, sessionId);
    await browser.send('Runtime.enable', {}, sessionId);
    await tab.#until(`document.readyState === 'complete' && location.href !== 'about:blank'`);
    return tab;
  }

  /** Value of an expression, a promise's too. @param extension runs it in the content script's world of this one */
  async evaluate<T>(expression: string, extension?: string): Promise<T> {
    const contextId = extension === undefined ? undefined : await this.#world(extension);
    const params = {
      expression,
      awaitPromise: true,
      returnByValue: true,
      ...(contextId === undefined ? {} : { contextId }),
    };
    const { result, exceptionDetails } = await this.browser.send<Evaluated>(
      'Runtime.evaluate',
      params,
      this.session,
    );
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as T;
  }

  /** Goes to another address; worlds of the former document are forgotten first. */
  async goTo(url: string): Promise<void> {
    this.#worlds.clear();
    await this.browser.send('Page.navigate', { url }, this.session);
  }

  async close(): Promise<void> {
    await this.browser.send('Target.closeTarget', { targetId: this.#target });
  }

  async #until(condition: string): Promise<void> {
    for (let tries = 0; tries < 500; tries++) {
      if (await this.evaluate<boolean>(condition).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the page did not open (${condition})`);
  }

  async #world(extension: string): Promise<number> {
    for (let tries = 0; tries < 250; tries++) {
      const world = this.#worlds.get(`chrome-extension://${extension}`);
      if (world !== undefined) return world;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`no content script of ${extension} runs in the page`);
  }
}
