import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.twenty.com/object/company/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: { object: 'account', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b' },
    note: 'record',
  },
  {
    url: 'https://northwind.twenty.com/object/person/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'person',
  },
  {
    url: 'https://northwind.twenty.com/objects/companies',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://crm.northwind.example/object/company/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'account',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example',
    },
    note: 'self-hosted',
  },
  {
    url: 'https://northwind.twenty.com/object/person/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'contact',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'northwind.twenty.com',
    },
    note: 'person',
  },
  {
    url: 'https://northwind.twenty.com/object/opportunity/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'opportunity',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'northwind.twenty.com',
    },
    note: 'opportunity',
  },
  {
    url: 'https://northwind.twenty.com/object/company/new',
    expect: null,
    note: 'not an id',
  },
];
