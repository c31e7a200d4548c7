import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.na1.insightly.com/list/Organisation/?blade=/details/organisation/139912345',
    expect: { object: 'account', id: '139912345' },
    note: 'blade over the list',
  },
  {
    url: 'https://crm.na1.insightly.com/list/Organisation/',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://crm.na1.insightly.com/list/Organisation/?blade=/details/contact/320012345',
    expect: null,
    note: 'contact blade over the organisation list',
  },
  {
    url: 'https://crm.eu1.insightly.com/details/Organisation/139912345',
    expect: { object: 'account', id: '139912345', instance: '-' },
    note: 'full page',
  },
  {
    url: 'https://crm.na1.insightly.com/list/Organisation/?blade=/details/contact/320012345',
    expect: { object: 'contact', id: '320012345', instance: '-' },
    note: 'contact blade',
  },
  {
    url: 'https://crm.na1.insightly.com/details/organisation/139912345?blade=/details/opportunity/5',
    expect: { object: 'opportunity', id: '5', instance: '-' },
    note: 'the open blade decides',
  },
  {
    url: 'https://www.insightly.com/details/organisation/139912345',
    expect: null,
    note: 'not the app',
  },
];
