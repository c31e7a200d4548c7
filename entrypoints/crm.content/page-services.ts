import type { ContentRequest, ContentResponses, OverlayState } from '../../lib/contract/content-messages.ts';
import type { HealthEvent } from '../../lib/contract/health.ts';
import { ContextInvalidatedError } from '../../lib/errors/message-errors.ts';
import type { ContentClient } from '../../lib/messaging/content-client.ts';
import type { ShownPage } from '../../lib/overlay/glyph-answers.ts';

/** What the overlay needs from outside: the worker, the clock, chance. No method throws; null is no answer. */
export interface PageServices {
  document: Document;
  now(): number;
  random(): number;
  hello(): Promise<OverlayState | null>;
  lookup(keys: string[], page?: ShownPage | null): Promise<ContentResponses['lookup'] | null>;
  confirm(key: string, heading: string): Promise<ContentResponses['confirm'] | null>;
  openPanel(): Promise<boolean>;
  /** Has the card's code put into this page. */
  loadCard(): Promise<null>;
  /** Address of the card page with a ticket that is good once. */
  cardAddress(key: string): Promise<string | null>;
  /** What became of the badge, for the counters; once it is docked, the code that moves it comes along. */
  health(crm: string, outcome: Exclude<HealthEvent, 'matched'>): Promise<null>;
  /** One line for developers. */
  note(text: string): void;
}

/** @param onInvalidated the extension was updated or removed: clean up and stay quiet */
export function createPageServices(
  client: ContentClient,
  cardPage: (ticket: string) => string,
  onInvalidated: (why: string) => void,
): PageServices {
  const note = (text: string) => console.debug(`Tierlens: ${text}`);
  async function ask<R extends ContentRequest>(request: R): Promise<ContentResponses[R['verb']] | null> {
    try {
      return await client.ask(request);
    } catch (error) {
      if (error instanceof ContextInvalidatedError) onInvalidated(error.message);
      else note(String(error));
      return null;
    }
  }
  return {
    document,
    note,
    now: () => performance.now(),
    random: Math.random,
    hello: () => ask({ verb: 'hello' }),
    lookup: (keys, page) =>
      ask(page === undefined ? { verb: 'lookup', keys } : { verb: 'lookup', keys, page }),
    confirm: (key, heading) => ask({ verb: 'confirm', key, heading }),
    openPanel: async () => (await ask({ verb: 'openPanel' })) ?? false,
    health: (crm, outcome) => ask({ verb: 'health', crm, outcome }),
    loadCard: () => ask({ verb: 'loadCard' }),
    async cardAddress(key) {
      const ticket = await ask({ verb: 'cardTicket', key });
      return ticket && cardPage(ticket);
    },
  };
}
