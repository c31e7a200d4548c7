import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.capsulecrm.com/party/272828446',
    expect: { object: 'account', id: '272828446' },
    note: 'AMBIGUOUS: persons and organisations are both parties',
  },
  {
    url: 'https://northwind.capsulecrm.com/parties',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://northwind.capsulecrm.com.mcas.ms/party/272828446',
    expect: { object: 'account', id: '272828446', instance: 'northwind' },
    note: 'Defender proxy',
  },
  {
    url: 'https://capsulecrm.com.example.org/party/272828446',
    expect: null,
    note: 'look-alike',
  },
];
