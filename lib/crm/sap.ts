import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

const UUID = /^[\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12}$/i;

/**
 * SAP Sales Cloud V2. Only the contact's deep link is proven; the name of the account view has to be given:
 * `{ "sap": { "accountView": "…" } }`, the word after `/go/detail/` on an account page.
 */
export const sap: CrmDefinition = {
  id: 'sap',
  name: 'SAP Sales Cloud V2',
  experimental: true,
  hosts: ['https://*.crm.cloud.sap/*'],
  host: /^[\w-]+\.[\w-]+\.crm\.cloud\.sap$/,
  read({ pathname, searchParams }, settings) {
    const [, view] = /^\/go\/detail\/(\w+)\/?$/.exec(pathname) ?? [];
    const { accountView } = (settings?.sap ?? {}) as { accountView?: unknown };
    const id = UUID.exec(searchParams.get('nodeid') ?? '')?.[0].toLowerCase();
    return view === 'mdcontact' ? ['contact', id] : view && view === accountView ? ['account', id] : null;
  },
  instance: tenantOf,
};
