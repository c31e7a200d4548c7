import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://erp.northwind.example/societe/card.php?id=128',
    expect: { object: 'account', id: '128' },
    note: 'id is accepted as alias of socid',
  },
  {
    url: 'https://erp.northwind.example/dolibarr/societe/card.php?socid=128&save_lastsearch_values=1',
    expect: { object: 'account', id: '128' },
    note: 'third-party card from a list',
  },
  {
    url: 'https://erp.northwind.example/societe/card.php?action=create&type=c',
    expect: null,
    note: 'create',
  },
  {
    url: 'https://erp.northwind.example/societe/list.php?type=c',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://erp.northwind.example/comm/card.php?socid=128',
    expect: { object: 'account', id: '128', instance: 'erp.northwind.example' },
    note: 'customer tab of the same third party',
  },
  {
    url: 'https://erp.northwind.example/dolibarr/fourn/card.php?socid=128',
    expect: { object: 'account', id: '128', instance: 'erp.northwind.example/dolibarr' },
    note: 'supplier tab; the folder is part of the instance',
  },
  {
    url: 'https://erp.northwind.example/contact/card.php?id=128',
    expect: { object: 'contact', id: '128', instance: 'erp.northwind.example' },
    note: 'contact',
  },
  {
    url: 'https://erp.northwind.example/ticket/card.php?id=128',
    expect: { object: 'ticket', id: '128', instance: 'erp.northwind.example' },
    note: 'ticket',
  },
  {
    url: 'https://erp.northwind.example/societe/card.php?socid=128&action=edit',
    expect: null,
    note: 'edit',
  },
  {
    url: 'https://erp.northwind.example/comm/propal/card.php?id=128',
    expect: null,
    note: 'proposal',
  },
];
