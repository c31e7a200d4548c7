import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.northwind.example/admin/contacts/organizations/edit/31',
    expect: { object: 'account', id: '31' },
    note: 'there is no view page: edit is the record page',
  },
  {
    url: 'https://crm.northwind.example/admin/contacts/organizations/create',
    expect: null,
    note: 'create',
  },
  {
    url: 'https://crm.northwind.example/admin/contacts/persons/view/31',
    expect: null,
    note: 'person',
  },
  {
    url: 'https://crm.northwind.example/krayin/public/backoffice/contacts/organizations/edit/31',
    expect: { object: 'account', id: '31', instance: 'crm.northwind.example/krayin/public' },
    note: 'sub-folder and another admin path',
  },
  {
    url: 'https://crm.northwind.example/admin/contacts/persons/view/31',
    expect: { object: 'contact', id: '31', instance: 'crm.northwind.example' },
    note: 'person',
  },
  {
    url: 'https://crm.northwind.example/admin/contacts/organizations',
    expect: null,
    note: 'list',
  },
];
