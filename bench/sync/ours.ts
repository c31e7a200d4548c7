import type { PageRequest, PageResponses } from '../../lib/contract/page-messages.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import type { Company } from './company.ts';
import type { Installed } from './installed.ts';

/** The extension as it is built. */
export class Ours {
  readonly installed: Installed;

  constructor(installed: Installed) {
    this.installed = installed;
  }

  async ask<R extends PageRequest>(request: R): Promise<PageResponses[R['verb']]> {
    return (await this.installed.send<PageResponses[R['verb']]>(request)).value;
  }

  /** Signs in. @returns ms from the request until all accounts are visible */
  signIn({ url, token }: Company, accounts: number): Promise<number> {
    const request: PageRequest = { verb: 'connect', apiUrl: url, token, remember: true };
    return this.installed.control.evaluate<number>(`(async () => {
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

  /** The row of an account, as the side panel gets it. */
  async row(key: string): Promise<WordsRow | null> {
    return (await this.ask({ verb: 'account', key }))?.words ?? null;
  }

  /** Syncs again. @returns ms until what is new is visible */
  async syncAgain(): Promise<number> {
    const { value, ms } = await this.installed.send<PageResponses['state']>({ verb: 'syncNow' });
    const { sync } = value;
    if (sync.phase !== 'idle' || sync.error !== null) throw new Error(`no sync: ${JSON.stringify(sync)}`);
    return ms;
  }
}
