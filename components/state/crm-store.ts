import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrmItem } from '../options/crm-list.tsx';

/** A CRM the extension knows, with the host patterns it needs. */
export interface CrmHosts {
  id: string;
  name: string;
  hosts: readonly string[];
  experimental: boolean;
}

/** The part of `browser.permissions` a page uses. */
export interface HostPermissions {
  contains(request: { origins: string[] }): Promise<boolean>;
  request(request: { origins: string[] }): Promise<boolean>;
  remove(request: { origins: string[] }): Promise<boolean>;
  onAdded: { addListener(listener: () => void): void };
  onRemoved: { addListener(listener: () => void): void };
}

export interface CrmStore {
  crms: readonly CrmItem[];
  /** Name of the CRM whose permission was refused last. */
  refused: string | null;
  allow(id: string): void;
  remove(id: string): void;
}

/**
 * The CRMs and whether the browser lets us work on them. `allow` asks the browser at once: its question only
 * appears inside a click.
 * @param required patterns granted at installation
 */
export function createCrmStore(
  known: readonly CrmHosts[],
  permissions: HostPermissions,
  required: readonly string[],
): StoreApi<CrmStore> {
  const withHosts = known.filter((crm) => crm.hosts.length > 0);
  const find = (id: string) => withHosts.find((crm) => crm.id === id);
  const accessOf = async (crm: CrmHosts): Promise<CrmItem['access']> => {
    if (crm.hosts.every((host) => required.includes(host))) return 'required';
    return (await permissions.contains({ origins: [...crm.hosts] })) ? 'granted' : 'off';
  };
  const store = createStore<CrmStore>((set) => ({
    crms: [],
    refused: null,
    allow: (id) => {
      const crm = find(id);
      if (!crm) return;
      permissions.request({ origins: [...crm.hosts] }).then(
        (granted) => set({ refused: granted ? null : crm.name }),
        () => set({ refused: crm.name }),
      );
    },
    remove: (id) => {
      const crm = find(id);
      if (crm) permissions.remove({ origins: [...crm.hosts] }).then(refresh, refresh);
    },
  }));
  const refresh = async (): Promise<void> => {
    const crms = await Promise.all(
      withHosts.map(async ({ id, name, experimental, hosts }) => ({
        id,
        name,
        experimental,
        access: await accessOf({ id, name, experimental, hosts }),
      })),
    );
    store.setState({ crms });
  };
  permissions.onAdded.addListener(() => void refresh());
  permissions.onRemoved.addListener(() => void refresh());
  void refresh();
  return store;
}
