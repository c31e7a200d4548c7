import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.monday.com/boards/1234567890/pulses/9876543210',
    expect: { object: 'account', id: '9876543210' },
    note: 'only because board 1234567890 is configured as the accounts board',
    settings: { monday: { boards: ['1234567890'] } },
  },
  {
    url: 'https://northwind.monday.com/boards/5555555555/pulses/9876543210',
    expect: null,
    note: 'item on a board that is not the accounts board',
    settings: { monday: { boards: ['1234567890'] } },
  },
  {
    url: 'https://northwind.monday.com/boards/1234567890/views/77/pulses/9876543210',
    expect: { object: 'account', id: '9876543210', instance: 'northwind' },
    note: 'inside a view',
    settings: { monday: { boards: [1234567890] } },
  },
  {
    url: 'https://northwind.monday.com/boards/1234567890/pulses/9876543210',
    expect: null,
    note: 'without settings no item is an account',
    settings: { monday: null },
  },
  {
    url: 'https://northwind.monday.com/boards/1234567890',
    expect: null,
    note: 'the board itself',
    settings: { monday: { boards: ['1234567890'] } },
  },
];
