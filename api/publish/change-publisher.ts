import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import { publishChanges } from './publish-changes.ts';

export interface ChangePublisher {
  /** Something may have changed: it is published soon, together with what changes until then. */
  note(): void;
  /** Publishes at once what is noted; resolves when nothing is under way. */
  settled(): Promise<void>;
}

export interface ChangePublisherOptions {
  store: Store;
  now: () => Date;
  /** Changes of so much time are published together, ms. */
  delayMs?: number;
  onFailure: (error: unknown) => void;
}

/** Publishes changes behind the requests that make them; a failure leaves them noted for the next time. */
export function createChangePublisher(options: ChangePublisherOptions): ChangePublisher {
  const { store, now, delayMs = 1_000, onFailure } = options;
  let isNoted = false;
  let running: Promise<void> | null = null;
  let hurry = new AbortController();
  const run = async (): Promise<void> => {
    while (isNoted) {
      await wait(delayMs, undefined, { signal: hurry.signal }).catch(() => {});
      hurry = new AbortController();
      isNoted = false;
      await publishChanges(store, { now: now() }).catch(onFailure);
    }
    running = null;
  };
  return {
    note() {
      isNoted = true;
      running ??= run();
    },
    async settled() {
      hurry.abort();
      await running;
    },
  };
}
