import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://app.copper.com/companies/562111/app#/organization/71234567',
    expect: { object: 'account', id: '71234567' },
    note: 'short form seen in older integrations',
  },
  {
    url: 'https://app.copper.com/companies/562111/app#/company/71234567',
    expect: { object: 'account', id: '71234567' },
    note: 'short form (the app rewrites it to fullProfile)',
  },
  {
    url: 'https://app.copper.com/companies/562111/app#/contact/184433443',
    expect: null,
    note: 'person, short form',
  },
  {
    url: 'https://app.copper.com/companies/562111/app#/browse/list/people/default?fullProfile=people-184433443',
    expect: null,
    note: 'person',
  },
  {
    url: 'https://app.copper.com/companies/562111/app#/browse/list/companies/default?fullProfile=companies-71234567',
    expect: { object: 'account', id: '71234567', instance: '562111' },
    note: 'slide-over on the list',
  },
  {
    url: 'https://app.copper.com/companies/562111/app#/browse/list/people/default?fullProfile=people-184433443',
    expect: { object: 'contact', id: '184433443', instance: '562111' },
    note: 'person',
  },
  {
    url: 'https://app.copper.com/companies/562111/app#/browse/list/companies/default',
    expect: null,
    note: 'list: the number in the path is the tenant',
  },
];
