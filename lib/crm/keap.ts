import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

/** Keap classic; the address of the new client is not known. */
export const keap: CrmDefinition = {
  id: 'keap',
  name: 'Keap (classic)',
  experimental: true,
  hosts: ['https://*.infusionsoft.com/*'],
  host: /^(?!www\.)[\w-]+\.infusionsoft\.com$/,
  read({ pathname, searchParams: query }) {
    const [, object] = /^\/(Company|Contact)\/manage\1\.jsp$/.exec(pathname) ?? [];
    return query.get('view') === 'edit' ? [object, /^[1-9]\d*$/.exec(query.get('ID') ?? '')?.[0]] : null;
  },
  instance: tenantOf,
  linkSelector: 'a[href*="/Company/manageCompany.jsp"]',
};
