import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.sugarondemand.com/#Accounts/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: { object: 'account', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b' },
    note: 'record',
  },
  {
    url: 'https://northwind.sugarondemand.com/#bwc/index.php?module=Accounts&action=DetailView&record=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'backward-compat frame: the record sits in an iframe, the route is not the sidecar record route',
  },
  {
    url: 'https://northwind.sugarondemand.com/#Accounts/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b/edit',
    expect: null,
    note: 'edit',
  },
  {
    url: 'https://northwind.sugarondemand.com/#Accounts',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://northwind.sugarondemand.com/#Accounts/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b/layout/record',
    expect: {
      object: 'account',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'northwind.sugarondemand.com',
    },
    note: 'layout segment',
  },
  {
    url: 'https://crm.northwind.example/sugar/#Accounts/sap-0001',
    expect: { object: 'account', id: 'sap-0001', instance: 'crm.northwind.example/sugar' },
    note: 'imported id, in a sub-folder',
  },
  {
    url: 'https://northwind.sugarondemand.com/#Contacts/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'contact',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'northwind.sugarondemand.com',
    },
    note: 'contact',
  },
  {
    url: 'https://northwind.sugarondemand.com/#Cases/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'ticket',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'northwind.sugarondemand.com',
    },
    note: 'case',
  },
  {
    url: 'https://northwind.sugarondemand.com/#Accounts/create',
    expect: null,
    note: 'new',
  },
];
