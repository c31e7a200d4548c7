const LIFE_MS = 10_000;

/** Single-use tickets that let the card frame of one tab ask for one account, once, soon. */
export class Tickets {
  readonly #tickets = new Map<string, { tabId: number; key: string; until: number }>();
  readonly #randomId: () => string;

  /** @param randomId unguessable text, e.g. `crypto.randomUUID` */
  constructor(randomId: () => string) {
    this.#randomId = randomId;
  }

  issue(tabId: number, key: string, nowMs: number): string {
    for (const [ticket, { until }] of this.#tickets) if (until <= nowMs) this.#tickets.delete(ticket);
    const ticket = this.#randomId();
    this.#tickets.set(ticket, { tabId, key, until: nowMs + LIFE_MS });
    return ticket;
  }

  /** The record key, or null for a ticket that is unknown, used, too old or another tab's. */
  redeem(ticket: string, tabId: number, nowMs: number): string | null {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return found !== undefined && found.tabId === tabId && nowMs < found.until ? found.key : null;
  }
}
