import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.northwind.example/#/accounts/record/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: { object: 'account', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b' },
    note: 'record',
  },
  {
    url: 'https://crm.northwind.example/#/accounts/edit/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'edit',
  },
  {
    url: 'https://crm.northwind.example/#/outbound-email-accounts/record/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'module name ends with accounts',
  },
  {
    url: 'https://crm.northwind.example/public/#/accounts/record/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b?offset=3',
    expect: {
      object: 'account',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example/public',
    },
    note: 'sub-folder and query',
  },
  {
    url: 'https://crm.northwind.example/#/contacts/record/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'contact',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example',
    },
    note: 'contact',
  },
  {
    url: 'https://crm.northwind.example/#/opportunities/record/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'opportunity',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example',
    },
    note: 'opportunity',
  },
  {
    url: 'https://crm.northwind.example/#/cases/record/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'ticket',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example',
    },
    note: 'case',
  },
  {
    url: 'https://crm.northwind.example/#/accounts',
    expect: null,
    note: 'list',
  },
];
