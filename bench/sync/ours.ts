import type { PageRequest, PageResponses } from '../../lib/contract/page-messages.ts';
import type { Browser } from './browser.ts';
import type { Company } from './company.ts';
import { Tab } from './tab.ts';

/** The extension as it is built, asked from a page of its own that has no screen. */
export class Ours {
  readonly id: string;
  readonly control: Tab;

  private constructor(id: string, control: Tab) {
    this.id = id;
    this.control = control;
  }

  static async start(browser: Browser, folder: string): Promise<Ours> {
    const id = await browser.load(folder);
    return new Ours(id, await Tab.open(browser, `chrome-extension://${id}/manifest.json`));
  }

  async ask<R extends PageRequest>(request: R): Promise<PageResponses[R['verb']]> {
    const answer = await this.control.evaluate<{ ok: boolean; value: PageResponses[R['verb']] }>(
      `chrome.runtime.sendMessage(${JSON.stringify(request)})`,
    );
    if (answer?.ok !== true) throw new Error(`${request.verb}: ${JSON.stringify(answer)}`);
    return answer.value;
  }

  /** Signs in. @returns ms from the request until all accounts are visible */
  async signIn({ url, token }: Company, accounts: number): Promise<number> {
    const request: PageRequest = { verb: 'connect', apiUrl: url, token, remember: true };
    return this.control.evaluate<number>(`(async () => {
      const began = performance.now();
      const visible = new Promise((done, fail) => chrome.runtime.onMessage.addListener(({ event, state }) => {
        if (event !== 'state') return;
        const { phase, accounts, error } = state.sync;
        if (error !== null) fail(new Error('the sync failed: ' + error));
        if (phase === 'idle' && accounts === ${accounts}) done(performance.now() - began);
      }));
      const answer = await chrome.runtime.sendMessage(${JSON.stringify(request)});
      if (answer?.value?.ok !== true) throw new Error('the sign-in failed: ' + JSON.stringify(answer));
      return visible;
    })()`);
  }

  /** Syncs again. @returns ms until what is new is visible */
  async syncAgain(): Promise<number> {
    const { ms, sync } = await this.control.evaluate<{ ms: number; sync: PageResponses['state']['sync'] }>(
      `(async () => {
        const began = performance.now();
        const { value } = await chrome.runtime.sendMessage({ verb: 'syncNow' });
        return { ms: performance.now() - began, sync: value.sync };
      })()`,
    );
    if (sync.phase !== 'idle' || sync.error !== null) throw new Error(`no sync: ${JSON.stringify(sync)}`);
    return ms;
  }
}
