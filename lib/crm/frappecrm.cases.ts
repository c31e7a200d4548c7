import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.frappe.cloud/crm/organizations/Acme%20GmbH?view=&viewType=list',
    expect: { object: 'account', id: 'Acme GmbH' },
    note: 'record from a list',
  },
  {
    url: 'https://northwind.frappe.cloud/crm/leads/CRM-LEAD-2026-00001',
    expect: null,
    note: 'lead',
  },
  {
    url: 'https://northwind.frappe.cloud/crm/organizations',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://crm.northwind.example/crm/organizations/Acme%20GmbH',
    expect: { object: 'account', id: 'Acme GmbH', instance: 'crm.northwind.example' },
    note: 'self-hosted',
  },
  {
    url: 'https://northwind.frappe.cloud/crm/contacts/Jane%20Doe',
    expect: { object: 'contact', id: 'Jane Doe', instance: 'northwind.frappe.cloud' },
    note: 'contact',
  },
  {
    url: 'https://northwind.frappe.cloud/crm/deals/CRM-DEAL-2026-00001#activity',
    expect: { object: 'opportunity', id: 'CRM-DEAL-2026-00001', instance: 'northwind.frappe.cloud' },
    note: 'deal',
  },
  {
    url: 'https://northwind.frappe.cloud/crm/leads/CRM-LEAD-2026-00001',
    expect: { object: 'lead', id: 'CRM-LEAD-2026-00001', instance: 'northwind.frappe.cloud' },
    note: 'lead',
  },
  {
    url: 'https://northwind.frappe.cloud/crm/organizations/view/list',
    expect: null,
    note: 'list view',
  },
  {
    url: 'https://crm.northwind.example/crm/contacts/26299451',
    expect: null,
    note: 'a bare number: the old address of Zendesk Sell',
  },
];
