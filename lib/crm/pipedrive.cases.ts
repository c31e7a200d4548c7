import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.pipedrive.com/organization/2045',
    expect: { object: 'account', id: '2045' },
    note: 'organization page',
  },
  {
    url: 'https://app.pipedrive.com/organization/77',
    expect: { object: 'account', id: '77' },
    note: 'generic app host (redirects to the company host)',
  },
  {
    url: 'https://marketplace.pipedrive.com/organization/2045',
    expect: null,
    note: 'not the app',
  },
  {
    url: 'https://northwind.pipedrive.com/organizations/list',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://northwind.pipedrive.com/organizations/list/filter/12',
    expect: null,
    note: 'filtered list',
  },
  {
    url: 'https://northwind.pipedrive.com/deal/2045',
    expect: null,
    note: 'deal',
  },
  {
    url: 'https://northwind.pipedrive.com/organization/36011?tab=notes#x',
    expect: { object: 'account', id: '36011', instance: 'northwind' },
    note: 'query and fragment',
  },
  {
    url: 'https://northwind.pipedrive.com.mcas.ms/organization/2045',
    expect: { object: 'account', id: '2045', instance: 'northwind' },
    note: 'Defender proxy',
  },
  {
    url: 'https://northwind.pipedrive.com/person/12',
    expect: { object: 'contact', id: '12', instance: 'northwind' },
    note: 'person',
  },
  {
    url: 'https://northwind.pipedrive.com/deal/2045',
    expect: { object: 'opportunity', id: '2045', instance: 'northwind' },
    note: 'deal',
  },
  {
    url: 'https://pipedrive.com.example.org/organization/2045',
    expect: null,
    note: 'look-alike',
  },
];
