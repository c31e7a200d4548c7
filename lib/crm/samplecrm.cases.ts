import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'http://sample-crm.localhost:4811/accounts/A-00017',
    expect: { object: 'account', id: 'A-00017', instance: '-' },
    note: 'account page',
  },
  {
    url: 'http://sample-crm.localhost:4811/accounts/A-00017/tickets',
    expect: { object: 'account', id: 'A-00017', instance: '-' },
    note: 'tab of an account',
  },
  {
    url: 'http://sample-crm.localhost:4811/contacts/P-3',
    expect: { object: 'contact', id: 'P-3', instance: '-' },
    note: 'contact',
  },
  {
    url: 'http://sample-crm.localhost:4811/tickets/4711',
    expect: { object: 'ticket', id: '4711', instance: '-' },
    note: 'ticket',
  },
  {
    url: 'http://sample-crm.localhost:4811/accounts',
    expect: null,
    note: 'list',
  },
  {
    url: 'http://sample-crm.localhost:4811/search?q=/accounts/A-1',
    expect: null,
    note: 'search',
  },
  {
    url: 'http://sample-crm.localhost:4811/accounts/A-1/edit',
    expect: null,
    note: 'no such page',
  },
  {
    url: 'http://sample-crm.localhost.example.org/accounts/A-1',
    expect: null,
    note: 'look-alike host, and not https',
  },
  {
    url: 'http://localhost:4811/accounts/A-1',
    expect: null,
    note: 'another host of this machine',
  },
];
