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

  /** Signs in and waits until nothing is being fetched. */
  async signIn({ url, token }: Company): Promise<void> {
    const answer = await this.ask({ verb: 'connect', apiUrl: url, token, remember: true });
    if (!answer.ok) throw new Error(`the sign-in failed: ${answer.error}`);
    for (let tries = 0; tries < 600; tries++) {
      const { sync } = await this.ask({ verb: 'state' });
      if (sync.error !== null && sync.error !== 'not-published') throw new Error(`no sync: ${sync.error}`);
      if (sync.phase === 'idle' || sync.error === 'not-published') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the first sync does not end');
  }

  /** The row of an account, as the side panel gets it. */
  async row(key: string): Promise<WordsRow | null> {
    return (await this.ask({ verb: 'account', key }))?.words ?? null;
  }

  /** @returns ms until what is new is visible */
  async sync(): Promise<number> {
    for (let tries = 0; tries < 5; tries++) {
      const { value, ms } = await this.installed.send<PageResponses['state']>({ verb: 'syncNow' });
      const { phase, error } = value.sync;
      if (phase === 'idle' && error === null) return ms;
      // The worker was just asking by itself, and was answered before there was anything.
      if (error !== 'not-published') throw new Error(`no sync: ${JSON.stringify(value.sync)}`);
    }
    throw new Error('the sync finds nothing published');
  }
}
