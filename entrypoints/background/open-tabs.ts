import { crmNamed } from '../../lib/crm/list.ts';

/** Where CRMs are open. The browser is asked again only after a tab has gone to another page, or away. */
export class OpenTabs {
  readonly #tabs: Pick<typeof chrome.tabs, 'query'>;
  readonly #origins = new Map<string, Promise<readonly string[]>>();

  constructor(tabs: Pick<typeof chrome.tabs, 'query'>) {
    this.#tabs = tabs;
  }

  /** Origins of the tabs that show a CRM: some live at several addresses that a record key does not tell apart. */
  origins(crm: string): Promise<readonly string[]> {
    const known = this.#origins.get(crm) ?? this.#ask(crmNamed(crm)?.hosts ?? []);
    this.#origins.set(crm, known);
    return known;
  }

  /** A tab, or what the browser tells us of tabs, has changed. */
  forget(): void {
    this.#origins.clear();
  }

  async #ask(patterns: readonly string[]): Promise<readonly string[]> {
    if (patterns.length === 0) return [];
    const tabs = await this.#tabs.query({ url: [...patterns] }).catch(() => []);
    // Without a grant for its host the browser does not tell a tab's address.
    return [...new Set(tabs.flatMap(({ url }) => (url === undefined ? [] : [new URL(url).origin])))];
  }
}
