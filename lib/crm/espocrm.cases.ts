import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.northwind.example/espo/#Account/view/5a1b2c3d4e5f60718/rootUrl=%23Account',
    expect: { object: 'account', id: '5a1b2c3d4e5f60718' },
    note: 'with options segment',
  },
  {
    url: 'https://crm.northwind.example/#Account/edit/5a1b2c3d4e5f60718',
    expect: null,
    note: 'edit',
  },
  {
    url: 'https://crm.northwind.example/#Account/related/5a1b2c3d4e5f60718/contacts',
    expect: null,
    note: 'related list',
  },
  {
    url: 'https://crm.northwind.example/#Account/view/5a1b2c3d4e5f60718',
    expect: { object: 'account', id: '5a1b2c3d4e5f60718', instance: 'crm.northwind.example' },
    note: '17 hex characters',
  },
  {
    url: 'https://crm.northwind.example/espo/#Account/view/5a1b2c3d4e5f60718',
    expect: { object: 'account', id: '5a1b2c3d4e5f60718', instance: 'crm.northwind.example/espo' },
    note: 'the folder is part of the instance',
  },
  {
    url: 'https://crm.northwind.example/#Contact/view/5a1b2c3d4e5f60718',
    expect: { object: 'contact', id: '5a1b2c3d4e5f60718', instance: 'crm.northwind.example' },
    note: 'contact',
  },
  {
    url: 'https://crm.northwind.example/#Case/view/5a1b2c3d4e5f60718',
    expect: { object: 'ticket', id: '5a1b2c3d4e5f60718', instance: 'crm.northwind.example' },
    note: 'case',
  },
  {
    url: 'https://crm.northwind.example/#Account',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://crm.northwind.example/#Account/create',
    expect: null,
    note: 'new',
  },
];
