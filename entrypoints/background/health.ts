import { HealthCounters, type HealthEvent } from '../../lib/contract/health.ts';
import type { StorageArea } from '../../lib/util/storage-area.ts';

const KEY = 'health';

/**
 * Counts what became of badges, per CRM, in this browser only: nothing of it is sent anywhere, and no record,
 * name or address is kept. What a tab last told lives as long as the worker.
 */
export class Health {
  readonly #area: StorageArea;
  readonly #last = new Map<number, HealthEvent>();
  #writes: Promise<unknown> = Promise.resolve();

  constructor(local: StorageArea) {
    this.#area = local;
  }

  count(tabId: number, crm: string, event: HealthEvent): Promise<void> {
    this.#last.set(tabId, event);
    const next = this.#writes.then(async () => {
      const counters = await this.counters();
      const own = { ...counters[crm] };
      own[event] = (own[event] ?? 0) + 1;
      await this.#area.set({ [KEY]: { ...counters, [crm]: own } });
    });
    this.#writes = next.catch(() => {});
    return next;
  }

  async counters(): Promise<HealthCounters> {
    const parsed = HealthCounters.safeParse((await this.#area.get(KEY))[KEY]);
    return parsed.data ?? {};
  }

  lastOf(tabId: number): HealthEvent | null {
    return this.#last.get(tabId) ?? null;
  }

  forget(tabId: number): void {
    this.#last.delete(tabId);
  }
}
