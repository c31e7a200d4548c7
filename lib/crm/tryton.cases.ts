import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://erp.northwind.example/#tryton/model/party.party/2;name=%22Party%22&views=%5Bnull%2Cnull%5D',
    expect: { object: 'account', id: '2', instance: 'erp.northwind.example/tryton' },
    note: 'AMBIGUOUS: persons and companies are both parties; the database is part of the instance',
  },
  {
    url: 'https://erp.northwind.example/#tryton/model/party.party/2',
    expect: { object: 'account', id: '2', instance: 'erp.northwind.example/tryton' },
    note: 'without view state',
  },
  {
    url: 'https://erp.northwind.example/#tryton/model/party.party;name=%22Party%22',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://erp.northwind.example/#tryton/model/sale.opportunity/2',
    expect: null,
    note: 'another model',
  },
];
