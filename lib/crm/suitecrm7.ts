import { decoded } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

const AJAX_UI = '#ajaxUILoc=';

export const suitecrm7: CrmDefinition = {
  id: 'suitecrm7',
  name: 'SuiteCRM 7',
  hosts: [],
  read(url) {
    const query = state(url);
    if (query?.get('action') !== 'DetailView') return null;
    return [query.get('module'), /^[\w-]{1,36}$/.exec(query.get('record') ?? '')?.[0]];
  },
  isList(url) {
    const query = state(url);
    return (
      /^(?:index|listview)$/i.test(query?.get('action') ?? '') &&
      /^(?:Accounts|Contacts|Opportunities|Cases|Leads)$/.test(query?.get('module') ?? '')
    );
  },
  titles: ['.moduleTitle h2.module-title-text', '#content h2.module-title-text'],
  region: '#content',
  // The block of the favourite star stands inside the heading.
  heading: (element) => textBefore(element, '.favorite'),
  parentLinks: ['#content [field="account_name"] a[href*="Accounts"]'],
  linkSelector: 'a[href*="module=Accounts"]:not(.edit-link),a[href*="module%3DAccounts"]:not(.edit-link)',
};

/** The page's query: AjaxUI wraps the whole address, encoded, into the fragment. */
function state(url: URL): URLSearchParams | null {
  if (!/\/(?:index\.php)?$/.test(url.pathname)) return null;
  if (!url.hash.startsWith(AJAX_UI)) return url.searchParams;
  const inner = decoded(url.hash.slice(AJAX_UI.length));
  return inner && /^\/?(?:[\w.-]+\/)*index\.php\?/.test(inner)
    ? new URLSearchParams(inner.slice(inner.indexOf('?')))
    : null;
}

/** Text of a heading up to the first child that fits the selector. */
function textBefore(element: Element, selector: string): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 1 && (node as Element).matches(selector)) break;
    text += node.textContent ?? '';
  }
  return text;
}
