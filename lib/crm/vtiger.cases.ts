import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&view=Detail&record=1187&app=SALES',
    expect: { object: 'account', id: '1187' },
    note: 'record',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&view=Edit&record=1187',
    expect: null,
    note: 'edit',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Contacts&view=Detail&record=1187',
    expect: null,
    note: 'contact; record numbers are shared by all modules',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&view=Detail&record=1187&mode=showDetailViewByMode&requestMode=full',
    expect: { object: 'account', id: '1187', instance: 'crm.northwind.example' },
    note: 'details tab',
  },
  {
    url: 'https://crm.northwind.example/vtigercrm/index.php?view=Detail&record=1187&module=Accounts',
    expect: { object: 'account', id: '1187', instance: 'crm.northwind.example/vtigercrm' },
    note: 'sub-folder, other order',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Contacts&view=Detail&record=1187',
    expect: { object: 'contact', id: '1187', instance: 'crm.northwind.example' },
    note: 'contact',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Potentials&view=Detail&record=9',
    expect: { object: 'opportunity', id: '9', instance: 'crm.northwind.example' },
    note: 'opportunity',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=HelpDesk&view=Detail&record=9',
    expect: { object: 'ticket', id: '9', instance: 'crm.northwind.example' },
    note: 'ticket',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&relatedModule=Contacts&view=Detail&record=1187&mode=showRelatedList',
    expect: null,
    note: 'related list',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&view=List',
    expect: null,
    note: 'list',
  },
];
