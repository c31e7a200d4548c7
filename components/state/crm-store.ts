import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrmItem } from '../options/crm-list.tsx';

/** A CRM the extension knows, with the host patterns it needs. */
export interface CrmHosts {
  id: string;
  name: string;
  hosts: readonly string[];
  experimental: boolean;
}

interface Origins {
  origins: string[];
}

/** The part of `browser.permissions` a page uses. */
export interface HostPermissions {
  getAll(): Promise<{ origins?: string[] | undefined }>;
  contains(request: Origins): Promise<boolean>;
  request(request: Origins): Promise<boolean>;
  remove(request: Origins): Promise<boolean>;
  onAdded: { addListener(listener: () => void): void };
  onRemoved: { addListener(listener: () => void): void };
}

export interface CrmStore {
  crms: readonly CrmItem[];
  /** Name of the CRM whose permission was refused last. */
  refused: string | null;
  /** The host allowed last by its address; a new object each time. */
  added: { host: string } | null;
  /** Asks the browser at once: its question only appears inside a click. */
  allow(id: string): void;
  remove(id: string): void;
  /** Asks for a CRM on an own server; false where the address cannot be used. */
  allowAddress(address: string): boolean;
}

/**
 * The CRMs and whether the browser lets us work on them.
 * @param required patterns granted at installation
 */
export function createCrmStore(
  known: readonly CrmHosts[],
  permissions: HostPermissions,
  required: readonly string[],
): StoreApi<CrmStore> {
  const withHosts = known.filter((crm) => crm.hosts.length > 0);
  const hostsOf = (id: string) => withHosts.find((crm) => crm.id === id)?.hosts ?? [id];

  const store = createStore<CrmStore>((set) => {
    const ask = (name: string, origins: readonly string[], own = false) => {
      permissions.request({ origins: [...origins] }).then(
        (granted) =>
          set({ refused: granted ? null : name, ...(granted && own ? { added: { host: name } } : {}) }),
        () => set({ refused: name }),
      );
    };
    return {
      crms: [],
      refused: null,
      added: null,
      allow: (id) => {
        const crm = withHosts.find((candidate) => candidate.id === id);
        if (crm) ask(crm.name, crm.hosts);
      },
      remove: (id) => {
        permissions.remove({ origins: [...hostsOf(id)] }).then(refresh, refresh);
      },
      allowAddress: (address) => {
        const host = hostOf(address);
        if (host === null) return false;
        ask(host, [`https://${host}/*`], true);
        return true;
      },
    };
  });

  const refresh = async (): Promise<void> => {
    const crms = await Promise.all(withHosts.map((crm) => describe(crm, permissions, required)));
    const all = (await permissions.getAll()).origins ?? [];
    const familiar = new Set([...required, ...withHosts.flatMap(({ hosts }) => hosts)]);
    const own = all.filter((origin) => !familiar.has(origin)).map(ownServer);
    store.setState({ crms: [...own, ...crms] });
  };
  permissions.onAdded.addListener(() => void refresh());
  permissions.onRemoved.addListener(() => void refresh());
  void refresh();
  return store;
}

async function describe(
  { id, name, hosts, experimental }: CrmHosts,
  permissions: HostPermissions,
  required: readonly string[],
): Promise<CrmItem> {
  if (hosts.every((host) => required.includes(host))) return { id, name, experimental, access: 'required' };
  const granted = await permissions.contains({ origins: [...hosts] });
  return { id, name, experimental, access: granted ? 'granted' : 'off' };
}

/** A granted pattern that belongs to no CRM we know by host: somebody's own server. */
function ownServer(origin: string): CrmItem {
  return { id: origin, name: origin.split('/')[2] ?? origin, experimental: false, access: 'granted' };
}

/** Host name of an https address, with or without its scheme typed; null where it is none. */
function hostOf(address: string): string | null {
  const text = address.trim();
  if (text === '') return null;
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
    return url.protocol === 'https:' && url.hostname.includes('.') ? url.hostname : null;
  } catch {
    return null;
  }
}
