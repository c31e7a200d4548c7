import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { readPage } from '../../lib/crm/index.ts';
import type { CrmSettings } from '../../lib/crm/types.ts';
import { projectRoot } from './source-files.ts';

/** Stands as JSON in `<meta name="expect">` of every page under `tests/fixtures/pages`. */
export interface Expectation {
  url: string;
  /** Name the anchor reads; null: no anchor, the badge docks. */
  heading: string | null;
  /** Id of the account the page leads to; '' where it must not decide. */
  account?: string;
  /** Ids that links of the page lead to, in order. */
  links?: string[];
  /** On `account.standard`: how the address names a second account. */
  other?: string;
  settings?: CrmSettings;
}

/** A page written by hand from what is known of a CRM: `<crm>/<page>.<variant>.html`. */
export interface PageFixture {
  crm: string;
  /** `account.standard` */
  name: string;
  html: string;
  wanted: Expectation;
}

const folder = join(projectRoot, 'tests/fixtures/pages');

/** All pages, in the order of their names. */
export function readPageFixtures(): PageFixture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: crm }) => pagesOf(crm))
    .sort((a, b) => (`${a.crm}/${a.name}` < `${b.crm}/${b.name}` ? -1 : 1));
}

/** Address of the second account of a CRM's `account.standard`. */
export function secondUrl({ wanted: { url, other = '', settings } }: PageFixture): string {
  const id = encodeURIComponent(readPage(url, settings)?.record?.id ?? '');
  // The id stands alone: `2` is not the one in `%22`.
  return url.replace(new RegExp(`(?<![\\w%])${id}(?!\\w)`), encodeURIComponent(other));
}

function pagesOf(crm: string): PageFixture[] {
  return readdirSync(join(folder, crm))
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, crm, file), 'utf8');
      const meta = new JSDOM(html).window.document.querySelector('meta[name=expect]');
      if (!meta) throw new Error(`${crm}/${file} says nothing in <meta name="expect">`);
      const wanted = JSON.parse(meta.getAttribute('content') ?? '') as Expectation;
      return { crm, name: file.slice(0, -'.html'.length), html, wanted };
    });
}
