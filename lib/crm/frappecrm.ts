import type { CrmDefinition } from './types.ts';

/** The id is the organisation's name; one called "view" has no page, since that word starts a list. */
export const frappecrm: CrmDefinition = {
  id: 'frappecrm',
  name: 'Frappe CRM',
  experimental: true,
  hosts: ['https://*.frappe.cloud/*'],
  // Contacts are called by name; a bare number under `/crm/contacts/` is another CRM's (Zendesk Sell on its old host).
  path: /^\/crm\/(?<object>organizations|contacts(?!\/\d+\/?$)|deals|leads)\/(?!view\/?$)(?<id>[^/]+)\/?$/,
  list: /^\/crm\/(?:organizations|contacts|deals|leads)(?:\/view(?:\/.*)?)?\/?$/,
  parentLinks: ['a[href*="/crm/organizations/"]'],
  linkSelector: 'a[href*="/crm/organizations/"]',
};
