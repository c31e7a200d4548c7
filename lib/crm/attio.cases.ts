import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://app.attio.com/northwind/company/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: { object: 'account', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b' },
    note: 'company without tab',
  },
  {
    url: 'https://app.attio.com/northwind/person/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b/overview',
    expect: null,
    note: 'person',
  },
  {
    url: 'https://app.attio.com/northwind/deals/record/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'deal',
  },
  {
    url: 'https://app.attio.com/northwind/company/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b/overview',
    expect: { object: 'account', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b', instance: 'northwind' },
    note: 'tab; the workspace is the instance',
  },
  {
    url: 'https://app.attio.com/northwind/person/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b/overview',
    expect: { object: 'contact', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b', instance: 'northwind' },
    note: 'person',
  },
  {
    url: 'https://app.attio.com/northwind/deals/record/c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: { object: 'opportunity', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b', instance: 'northwind' },
    note: 'deal',
  },
  {
    url: 'https://app.attio.com/northwind/companies',
    expect: null,
    note: 'list',
  },
];
