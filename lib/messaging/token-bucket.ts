/**
 * Lets each tab ask for a list in one go and for so many ids a second after that: whoever takes over a page
 * cannot enumerate a customer base through it.
 */
export class TokenBuckets {
  readonly #capacity: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<number, { tokens: number; at: number }>();

  constructor(capacity: number, perSecond: number) {
    this.#capacity = capacity;
    this.#perSecond = perSecond;
  }

  /** Takes `count` tokens of a tab, or none and false. @param nowMs clock */
  take(tabId: number, count: number, nowMs: number): boolean {
    const bucket = this.#buckets.get(tabId) ?? { tokens: this.#capacity, at: nowMs };
    const elapsed = Math.max(0, nowMs - bucket.at) / 1_000;
    const tokens = Math.min(this.#capacity, bucket.tokens + elapsed * this.#perSecond);
    const enough = tokens >= count;
    this.#buckets.set(tabId, { tokens: enough ? tokens - count : tokens, at: nowMs });
    return enough;
  }

  forget(tabId: number): void {
    this.#buckets.delete(tabId);
  }
}
