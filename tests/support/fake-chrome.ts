import { coversUrl } from '../../lib/permissions/match-pattern.ts';
import type { StorageArea } from '../../lib/util/storage-area.ts';

export interface FakeTab {
  id: number;
  windowId: number;
  url: string;
  active: boolean;
}

interface MemoryArea extends StorageArea {
  items: Map<string, unknown>;
  get(keys: string | string[]): Promise<Record<string, unknown>>;
}

function memoryArea(): MemoryArea {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async (keys) =>
      structuredClone(Object.fromEntries([keys].flat().map((key) => [key, items.get(key)]))),
    async set(more) {
      for (const [key, value] of Object.entries(structuredClone(more))) items.set(key, value);
    },
    remove: async (keys) => [keys].flat().forEach((key) => void items.delete(key)),
  };
}

/** As much of the browser as the worker touches; what it does is written down. */
export function createFakeChrome() {
  const state = {
    origins: ['http://sample-crm.localhost/*'],
    tabs: [] as FakeTab[],
    managed: {} as Record<string, unknown>,
    language: 'en-GB',
    toTabs: [] as { tabId: number; message: unknown }[],
    toPages: [] as unknown[],
    alarms: [] as { name: string; when: number }[],
    title: '',
    badge: '',
    opened: [] as unknown[],
    local: memoryArea(),
    session: memoryArea(),
  };
  const browser = {
    runtime: {
      id: 'abcdefghijklmnopabcdefghijklmnop',
      getURL: (path: string) => `chrome-extension://abcdefghijklmnopabcdefghijklmnop${path}`,
      sendMessage: async (message: unknown) => void state.toPages.push(structuredClone(message)),
      getContexts: async () => [],
      getManifest: () => ({ version: '1.2.3' }),
    },
    storage: { local: state.local, session: state.session, managed: { get: async () => state.managed } },
    permissions: { getAll: async () => ({ origins: state.origins }) },
    i18n: { getUILanguage: () => state.language },
    tabs: {
      query: async (query: { url?: string[]; windowId?: number; active?: boolean }) =>
        state.tabs.filter(
          (tab) =>
            (query.url === undefined || query.url.some((pattern) => coversUrl(pattern, tab.url))) &&
            (query.windowId === undefined || query.windowId === tab.windowId) &&
            (query.active === undefined || query.active === tab.active),
        ),
      sendMessage: async (tabId: number, message: unknown) => void state.toTabs.push({ tabId, message }),
    },
    alarms: {
      create: async (name: string, { when }: { when: number }) => void state.alarms.push({ name, when }),
    },
    action: {
      setIcon: async () => {},
      setBadgeText: async ({ text }: { text: string }) => {
        state.badge = text;
      },
      setBadgeBackgroundColor: async () => {},
      setTitle: async ({ title }: { title: string }) => {
        state.title = title;
      },
    },
    sidePanel: { open: async (options: unknown) => void state.opened.push(options) },
  };
  return { state, browser: browser as unknown as typeof chrome };
}
