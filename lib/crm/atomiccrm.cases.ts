import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.northwind.example/#/companies/17/show/contacts',
    expect: { object: 'account', id: '17' },
    note: 'tab segment',
  },
  {
    url: 'https://crm.northwind.example/#/companies/17',
    expect: null,
    note: 'react-admin edit route (no /show)',
  },
  {
    url: 'https://crm.northwind.example/#/companies',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://crm.northwind.example/#/companies/17/show',
    expect: { object: 'account', id: '17', instance: 'crm.northwind.example' },
    note: 'record',
  },
  {
    url: 'https://crm.northwind.example/#/contacts/137/show',
    expect: { object: 'contact', id: '137', instance: 'crm.northwind.example' },
    note: 'contact',
  },
  {
    url: 'https://crm.northwind.example/#/deals/9/show',
    expect: { object: 'opportunity', id: '9', instance: 'crm.northwind.example' },
    note: 'deal',
  },
];
