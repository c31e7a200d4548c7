import type { CrmDefinition } from './types.ts';

/** The id is the document's name, percent-encoded in the path. */
export const erpnext: CrmDefinition = {
  id: 'erpnext',
  name: 'ERPNext',
  hosts: ['https://*.frappe.cloud/*', 'https://*.erpnext.com/*'],
  // Not a document: a list (`view`), unsaved ones (`new-customer-qwertzuiop`, before version 13 `new-customer-1`).
  path: /^\/(?:app|desk)\/(?<object>customer|contact|opportunity|issue|lead)\/(?!view\/?$|new-[a-z]+-(?:[a-z]{10}|\d+)\/?$)(?<id>[^/]+)\/?$/,
  list: /^\/(?:app|desk)\/(?:customer|contact|opportunity|issue|lead)(?:\/view(?:\/(?:list|report|kanban).*)?)?\/?$/,
  // Every page visited stays mounted; only one is visible.
  titles: ['.page-head .title-text'],
  outside: '.modal',
  region: '.page-container,.page-head',
  parentLinks: [
    '.form-layout [data-fieldname="customer"] a[href*="/customer/"]',
    '.form-layout a[data-doctype="Customer"]',
  ],
  linkSelector: 'a[href*="/app/customer/"],a[href*="/desk/customer/"]',
};
