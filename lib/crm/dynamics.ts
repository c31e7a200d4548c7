import type { CrmDefinition } from './types.ts';

const GUID = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/;

export const dynamics: CrmDefinition = {
  id: 'dynamics',
  name: 'Dynamics 365 Sales',
  hosts: [
    'https://*.dynamics.com/*',
    'https://*.crm.dynamics.cn/*',
    'https://*.crm.microsoftdynamics.us/*',
    'https://*.crm.appsplatform.us/*',
  ],
  host: /^[\w-]+\.crm(?:\d{0,2}\.dynamics\.com|\.dynamics\.cn|\.microsoftdynamics\.us|\.appsplatform\.us)$/,
  read(url) {
    if (parameter(url, 'pagetype') !== 'entityrecord') return null;
    const table = parameter(url, 'etn') || parameter(url, 'etc');
    return [table, GUID.exec(parameter(url, 'id'))?.[1], url.hostname];
  },
  // Tables by the numeric codes of old links; their names are in the singular, cases are incidents.
  objects: { 1: 'account', 2: 'contact', 3: 'opportunity', 4: 'lead', 112: 'ticket' },
  isList: (url) =>
    parameter(url, 'pagetype') === 'entitylist' &&
    /^(?:account|contact|opportunity|lead|incident)$/.test(parameter(url, 'etn')),
  // Multi-session apps keep forms mounted, dialogs repeat the title as h2: the visible h1 is the page's.
  titles: ['[data-id="editFormRoot"] h1[data-id="header_title"]', 'h1[data-id="header_title"]'],
  outside: '[role=dialog]',
  region: '[data-id="editFormRoot"],[data-id="form-header"],main,[role=main]',
  // The text carries the save state ("Acme - Saved"), the attribute does not.
  heading: (element) => element.getAttribute('title'),
  parentLinks: [
    ':is([data-id*="customerid"],[data-id*="parentaccountid"]) a[href*="etn=account"]',
    '[data-id="form-header"] a[href*="etn=account"]',
  ],
  linkSelector: 'a[href*="etn=account"]',
};

/** A query parameter of the main page in lower case, or ''. */
function parameter({ pathname, searchParams }: URL, name: string): string {
  return pathname === '/main.aspx' ? (searchParams.get(name) ?? '').toLowerCase() : '';
}
