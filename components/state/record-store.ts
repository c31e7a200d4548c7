import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AccountView, WorkerState } from '../../lib/contract/page-messages.ts';
import type { PageClient } from '../../lib/messaging/page-client.ts';

export type RecordPhase = 'loading' | 'account' | 'unknown' | 'no-record' | 'no-crm';

export interface RecordStore {
  phase: RecordPhase;
  account: AccountView | null;
  /** Host of the active tab's page, null where it is no CRM that was added. */
  host: string | null;
  /** True while a customer chosen by search is shown instead of the page's. */
  chosen: boolean;
  /** Shows a customer found by search. */
  choose(key: string): Promise<void>;
  /** Back to what the active tab shows. */
  follow(): Promise<void>;
  /** Asks again for what is shown: the data or the rights have changed. */
  reload(): Promise<void>;
}

/**
 * The customer of a window's active tab. Every answer belongs to the question asked last; a late one is dropped.
 * @param windowId the page's own window, null where the browser has none to name
 */
export function createRecordStore(
  client: PageClient,
  windowId: number | null,
  signal: AbortSignal,
): StoreApi<RecordStore> {
  let asked = 0;
  let chosenKey: string | null = null;
  const store = createStore<RecordStore>((set) => {
    const load = async (): Promise<void> => {
      const turn = ++asked;
      try {
        const next = await (chosenKey === null ? ofTab(client, windowId) : ofKey(client, chosenKey));
        if (turn === asked) set({ ...next, chosen: chosenKey !== null });
      } catch {
        if (turn === asked) set({ phase: 'no-record', account: null, host: null, chosen: false });
      }
    };
    return {
      phase: 'loading',
      account: null,
      host: null,
      chosen: false,
      choose: (key) => {
        chosenKey = key;
        return load();
      },
      follow: () => {
        chosenKey = null;
        return load();
      },
      reload: load,
    };
  });
  let drawn = '';
  client.onEvent((event) => {
    if (event.event === 'state') {
      const signature = signatureOf(event.state);
      if (drawn !== signature) void store.getState().reload();
      drawn = signature;
    } else if (event.event === 'record' && (windowId === null || event.windowId === windowId)) {
      void store.getState().follow();
    }
  }, signal);
  void store.getState().follow();
  return store;
}

/** What a change of the shown customer can come from; the progress of a sync is none. */
function signatureOf({ me, overlays, evaluation, sync }: WorkerState): string {
  return JSON.stringify([
    me?.user,
    me?.manifestVersion,
    overlays.effective,
    evaluation,
    sync.phase,
    sync.accounts,
  ]);
}

type Shown = Pick<RecordStore, 'phase' | 'account'>;

const shown = (account: AccountView | null): Shown => ({ phase: account ? 'account' : 'unknown', account });

const ofKey = async (client: PageClient, key: string): Promise<Shown> =>
  shown(await client.ask({ verb: 'account', key }));

async function ofTab(
  client: PageClient,
  windowId: number | null,
): Promise<Shown & Pick<RecordStore, 'host'>> {
  const { key, account, host } = await client.ask({ verb: 'activeRecord', windowId });
  if (key !== null) return { ...shown(account), host };
  return { phase: host === null ? 'no-crm' : 'no-record', account: null, host };
}
