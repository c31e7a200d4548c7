import type { StoreApi } from 'zustand/vanilla';
import type { PageClient } from '../../lib/messaging/page-client.ts';
import type { PageStore } from '../state/page-store.ts';

/** What an entrypoint hands to its page: the only way from components to the browser. */
export interface PageDeps {
  client: PageClient;
  page: StoreApi<PageStore>;
  browserLanguage: string;
  clock(): Date;
  /** Puts text on the clipboard; false where the browser refused. */
  copy(text: string): Promise<boolean>;
  openSettings(): void;
}
