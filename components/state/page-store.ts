import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageRequest, PageResponses, WorkerState } from '../../lib/contract/page-messages.ts';
import type { PageClient } from '../../lib/messaging/page-client.ts';

type StateVerb = {
  [V in keyof PageResponses]: PageResponses[V] extends WorkerState ? V : never;
}[keyof PageResponses];
/** Requests that are answered with the worker's new state. */
export type StateRequest = Extract<PageRequest, { verb: StateVerb }>;

export interface PageStore {
  /** Null until the worker has answered for the first time. */
  worker: WorkerState | null;
  /** The worker did not answer the last request. */
  failed: boolean;
  /** Asks for something that changes the state, and shows the answer. */
  send(request: StateRequest): Promise<void>;
  /** Takes over a state that came with another answer. */
  show(worker: WorkerState): void;
}

/** The worker's state as one page sees it: asked for once, then kept up to date by its events until `signal`. */
export function createPageStore(client: PageClient, signal: AbortSignal): StoreApi<PageStore> {
  const store = createStore<PageStore>((set) => ({
    worker: null,
    failed: false,
    send: async (request) => {
      try {
        set({ worker: await client.ask(request), failed: false });
      } catch {
        set({ failed: true });
      }
    },
    show: (worker) => set({ worker, failed: false }),
  }));
  client.onEvent((event) => {
    if (event.event === 'state') store.getState().show(event.state);
  }, signal);
  void store.getState().send({ verb: 'state' });
  return store;
}
