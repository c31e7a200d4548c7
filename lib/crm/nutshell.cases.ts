import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://app.nutshell.com/company/7-acme-gmbh',
    expect: { object: 'account', id: '7' },
    note: 'id then slug',
  },
  {
    url: 'https://app.nutshell.com/person/7-jane-doe',
    expect: null,
    note: 'person',
  },
  {
    url: 'https://app.nutshell.com/account/7-acme-gmbh',
    expect: { object: 'account', id: '7', instance: '-' },
    note: 'older form',
  },
  {
    url: 'https://app.nutshell.com/person/7-jane-doe',
    expect: { object: 'contact', id: '7', instance: '-' },
    note: 'person',
  },
  {
    url: 'https://app.nutshell.com/lead/7-big-deal',
    expect: { object: 'opportunity', id: '7', instance: '-' },
    note: 'a lead in Nutshell is a deal',
  },
  {
    url: 'https://app.nutshell.com/companies',
    expect: null,
    note: 'list',
  },
];
