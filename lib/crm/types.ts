import type { CrmRecord, RecordObject } from '../util/record-key.ts';

/** What a URL shows: one record's main page, or a list-like page, or neither (null from `match`). */
export interface CrmMatch extends CrmRecord {
  crm: string;
}

/** Where a record's name stands on its page and how to read it. */
export interface Anchor {
  /** Element that carries the name; the badge goes in after it, as a sibling. */
  element: Element;
  /** The name as the page shows it, at most 200 characters: textContent of the named element or an input's value. */
  heading: string;
  /** Region whose subtree is watched: survives a re-render of the heading node. */
  region: Element;
}

/** A link to an account, found in a list, related list or search result. */
export interface AccountLink {
  record: CrmRecord;
  element: HTMLAnchorElement | HTMLElement;
}

/**
 * One CRM. Pure in `match`; the DOM functions run on demand only, never at module load.
 * URL decides the record, DOM only says where its name stands.
 */
export interface CrmAdapter {
  /** Same as file name, settings key and docs row. */
  id: string;
  /** Name people know, same in every language. */
  name: string;
  /** Match patterns for the manifest / optional host permissions; empty for purely self-hosted CRMs. */
  hosts: readonly string[];
  /** True where the adapter is tried by URL shape on any granted https host. */
  selfHosted: boolean;
  /** True where nobody has seen the page structure on a running installation. */
  experimental: boolean;
  /** The record whose main page this URL is, or null. `settings` holds ids an administrator configures. */
  match(url: URL, settings?: CrmSettings): CrmRecord | null;
  /** True where the URL is a page that lists accounts (chips wanted although `match` is null). */
  isList?(url: URL, settings?: CrmSettings): boolean;
  /** True where the page may live in a same-origin subframe whose own URL shows the record. */
  frames?: boolean;
  /** The visible anchor that belongs to `record`, or null; absent where no heading is known (then the badge docks). */
  findAnchor?(root: Document, record: CrmRecord, settings?: CrmSettings): Anchor | null;
  /** The account a contact, opportunity or ticket page links to, or null. */
  findAccountLink?(root: Document, record: CrmRecord, url: URL): CrmRecord | null;
  /** Selector for candidate account links; `readLink` turns one into a record. */
  linkSelector?: string;
  readLink?(element: Element, url: URL, settings?: CrmSettings): CrmRecord | null;
}

export type CrmSettings = Record<string, unknown>;

/** One line of `<crm>.cases.ts`: `expect` null means "not an account page". */
export interface UrlCase {
  url: string;
  expect: { object: RecordObject; id: string; instance?: string } | null;
  note: string;
  settings?: CrmSettings;
}

/** What a URL says: the CRM's word for the object, the id, the installation; word or id missing means "no record". */
export type UrlReading = readonly [
  object: string | null | undefined,
  id: string | null | undefined,
  instance?: string | undefined,
];

/** What a CRM's own file states; `completeAdapter` makes an adapter of it. */
export interface CrmDefinition extends Pick<CrmAdapter, 'id' | 'name' | 'hosts' | 'linkSelector' | 'frames'> {
  /** Anchored test of the host name (already without `.mcas.ms`); absent: tried on any host (self-hosted). */
  host?: RegExp;
  experimental?: boolean;
  /**
   * Record pages by path, or by hash in CRMs that route there. Named groups: `id`, `object` (absent: account),
   * `tenant` (the instance) or `base` (the path below which a self-hosted CRM lives).
   */
  path?: RegExp;
  hash?: RegExp;
  /** Record pages that take more than one expression: query parameters, settings. Asked where `path` says no. */
  read?(url: URL, settings?: CrmSettings): UrlReading | null | undefined;
  /** The CRM's words for objects where they are not the usual ones (`objectNamed`). */
  objects?: Readonly<Record<string, RecordObject>>;
  /** The instance where neither `tenant` nor the site names it. */
  instance?(url: URL): string;
  /** List pages by path (by hash where `hash` is given), or as a function of the URL. */
  list?: RegExp;
  isList?(url: URL, settings?: CrmSettings): boolean;
  /** Selectors of the element that carries the name, best first. */
  titles?: readonly string[] | ((record: CrmRecord, settings?: CrmSettings) => readonly string[]);
  /** Containers in which a match of `titles` or `parentLinks` is not the page's own: previews, dialogs, inactive tabs. */
  outside?: string;
  /** Ancestors that survive a re-render of the heading, nearest wins; default `main`, else the body. */
  region?: string;
  /** Reads the name where text or value of the element is not the plain name. */
  heading?(element: Element): string | null | undefined;
  /** Extra proof that a visible title belongs to the record. */
  belongs?(element: Element, record: CrmRecord): boolean;
  /** Selectors of links to the one account of a contact, opportunity or ticket page, most certain first. */
  parentLinks?: readonly string[];
  /** Reads a link that is more than an `href` of an account page. */
  readLink?(element: Element, url: URL): UrlReading | null | undefined;
}

/** A page some adapter knows: one record's page, a list, or a list with one record open. */
export interface CrmPage {
  adapter: CrmAdapter;
  record: CrmRecord | null;
  list: boolean;
  /** What the page was read with, for its anchors and links. */
  settings: CrmSettings | undefined;
}
