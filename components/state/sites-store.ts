import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GenericCrmSettings } from '../../lib/contract/crm-settings.ts';
import type { CrmSettingsView } from '../../lib/contract/page-messages.ts';
import type { PageClient } from '../../lib/messaging/page-client.ts';

/** What is known of a host since somebody asked for it. */
export type Finding =
  | { is: 'looking' | 'no-tab' | 'unknown' | 'failed' | 'pointing' }
  | { is: 'found'; crm: string };

export interface SitesStore {
  /** Null until the worker has answered. */
  view: CrmSettingsView | null;
  findings: Readonly<Record<string, Finding>>;
  /** The last change was not kept. */
  failed: boolean;
  /** Looks at an open page of the host; what is recognised is kept. */
  recognise(host: string): Promise<void>;
  /** Null: read by the shape of addresses alone. */
  choose(host: string, crm: string | null): Promise<void>;
  /** Forgets all that was said about a host. */
  forget(host: string): Promise<void>;
  setBoards(boards: readonly string[]): Promise<void>;
  /** Lets the user point at a name on an open page of the host. */
  point(host: string): Promise<void>;
  /** The page pointed at is not wanted. */
  dismiss(): void;
  /** Keeps a description, in the place of another one if given. */
  save(crm: GenericCrmSettings, former: GenericCrmSettings | null): Promise<void>;
  drop(crm: GenericCrmSettings): Promise<void>;
}

/**
 * Settings of CRMs as the settings page sees them, kept up to date by the worker's events until `signal`.
 * @param onPicked called when somebody has pointed at a page on this page's request
 */
export function createSitesStore(
  client: PageClient,
  onPicked: () => void,
  signal: AbortSignal,
): StoreApi<SitesStore> {
  let dismissed: string | null = null;
  const store = createStore<SitesStore>((set, get) => {
    const find = (host: string, finding: Finding) =>
      set(({ findings }) => ({ findings: { ...findings, [host]: finding } }));
    const take = async (answer: Promise<CrmSettingsView>): Promise<void> => {
      try {
        set({ view: withoutDismissed(await answer, dismissed), failed: false });
      } catch {
        set({ failed: true });
      }
    };
    const setGeneric = async (change: (list: GenericCrmSettings[]) => GenericCrmSettings[]) => {
      const { view } = get();
      if (view === null) return;
      const generic = change(view.own.generic ?? []);
      await take(client.ask({ verb: 'setCrmSettings', crms: { ...view.own, generic } }));
    };
    const choose = (host: string, crm: string | null) => take(client.ask({ verb: 'setSite', host, crm }));
    return {
      view: null,
      findings: {},
      failed: false,
      choose,
      recognise: async (host) => {
        find(host, { is: 'looking' });
        try {
          const answer = await client.ask({ verb: 'recogniseSite', host });
          if (answer.found === 'crm') await choose(host, answer.crm);
          find(host, answer.found === 'crm' ? { is: 'found', crm: answer.crm } : { is: answer.found });
        } catch {
          find(host, { is: 'failed' });
        }
      },
      forget: async (host) => {
        set(({ findings: { [host]: _, ...findings } }) => ({ findings }));
        if ((get().view?.own.generic ?? []).some((crm) => isOf(host, crm))) {
          await setGeneric((list) => list.filter((crm) => !isOf(host, crm)));
        }
        await choose(host, null);
      },
      setBoards: async (boards) => {
        const { view } = get();
        if (view === null) return;
        const { monday: _, ...others } = view.own;
        const crms = boards.length > 0 ? { ...others, monday: { boards: [...boards] } } : others;
        await take(client.ask({ verb: 'setCrmSettings', crms }));
      },
      point: async (host) => {
        dismissed = null;
        find(host, { is: 'pointing' });
        try {
          if (!(await client.ask({ verb: 'pickOnPage', host }))) find(host, { is: 'no-tab' });
        } catch {
          find(host, { is: 'failed' });
        }
      },
      dismiss: () => {
        const { view } = get();
        dismissed = view?.picked?.url ?? null;
        if (view) set({ view: withoutDismissed(view, dismissed) });
      },
      save: async (crm, former) => {
        if (former === null) return take(client.ask({ verb: 'addGeneric', crm }));
        await setGeneric((list) => list.map((each) => (isSame(each, former) ? crm : each)));
      },
      drop: (crm) => setGeneric((list) => list.filter((each) => !isSame(each, crm))),
    };
  });

  const refresh = async (): Promise<void> => {
    const before = store.getState().view?.picked?.url;
    try {
      const view = withoutDismissed(await client.ask({ verb: 'crmSettings' }), dismissed);
      store.setState({ view });
      const { picked } = view;
      if (picked === null || picked.url === before) return;
      const { hostname } = new URL(picked.url);
      const { findings } = store.getState();
      if (findings[hostname]?.is !== 'pointing') return;
      const { [hostname]: _, ...others } = findings;
      store.setState({ findings: others });
      onPicked();
    } catch {
      store.setState({ failed: true });
    }
  };
  client.onEvent((event) => {
    if (event.event === 'crms') void refresh();
  }, signal);
  void refresh();
  return store;
}

function withoutDismissed(view: CrmSettingsView, dismissed: string | null): CrmSettingsView {
  return view.picked?.url === dismissed ? { ...view, picked: null } : view;
}

/** Descriptions name the port, grants do not. */
function isOf(host: string, crm: GenericCrmSettings): boolean {
  return crm.host.replace(/:\d+$/, '') === host;
}

function isSame(one: GenericCrmSettings, other: GenericCrmSettings): boolean {
  return one.host === other.host && one.url === other.url;
}
