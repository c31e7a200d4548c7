import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://erp.northwind.example/desk/customer/CUST-2026-00012',
    expect: { object: 'account', id: 'CUST-2026-00012' },
    note: 'v16 uses /desk',
  },
  {
    url: 'https://erp.northwind.example/app/customer/new-customer-qwertzuiop',
    expect: null,
    note: 'unsaved document',
  },
  {
    url: 'https://erp.northwind.example/app/customer',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://northwind.frappe.cloud/app/customer/Acme%20%26%20S%C3%B6hne%20GmbH',
    expect: { object: 'account', id: 'Acme & Söhne GmbH', instance: 'northwind.frappe.cloud' },
    note: 'the id is the document name, percent-encoded',
  },
  {
    url: 'https://erp.northwind.example/app/customer/A%2FB',
    expect: { object: 'account', id: 'A/B', instance: 'erp.northwind.example' },
    note: 'a slash in the name',
  },
  {
    url: 'https://erp.northwind.example/app/contact/Jane',
    expect: { object: 'contact', id: 'Jane', instance: 'erp.northwind.example' },
    note: 'contact',
  },
  {
    url: 'https://erp.northwind.example/app/issue/ISS-2026-00001',
    expect: { object: 'ticket', id: 'ISS-2026-00001', instance: 'erp.northwind.example' },
    note: 'issue',
  },
  {
    url: 'https://erp.northwind.example/app/customer/view/list',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://erp.northwind.example/app/customer/%E0%A4%A',
    expect: null,
    note: 'malformed name',
  },
  {
    url: 'https://erp.northwind.example/app/customer-group/Retail',
    expect: null,
    note: 'another document type',
  },
];
