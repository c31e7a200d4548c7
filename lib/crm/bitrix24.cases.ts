import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.bitrix24.de/crm/company/details/481/',
    expect: { object: 'account', id: '481' },
    note: 'top document',
  },
  {
    url: 'https://northwind.bitrix24.de/company/personal/user/481/',
    expect: null,
    note: 'employee profile: /company/ is the intranet',
  },
  {
    url: 'https://northwind.bitrix24.de/crm/company/details/0/',
    expect: null,
    note: 'new company form uses id 0',
  },
  {
    url: 'https://northwind.bitrix24.com/crm/company/details/7/?any=details%2F7%2F&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER',
    expect: { object: 'account', id: '7', instance: 'northwind.bitrix24.com' },
    note: 'inside the side slider',
  },
  {
    url: 'https://portal.northwind.example/crm/company/show/7/',
    expect: { object: 'account', id: '7', instance: 'portal.northwind.example' },
    note: 'self-hosted, old form',
  },
  {
    url: 'https://northwind.bitrix24.de/crm/contact/details/12/',
    expect: { object: 'contact', id: '12', instance: 'northwind.bitrix24.de' },
    note: 'contact',
  },
  {
    url: 'https://northwind.bitrix24.de/crm/deal/details/12/',
    expect: { object: 'opportunity', id: '12', instance: 'northwind.bitrix24.de' },
    note: 'deal',
  },
  {
    url: 'https://northwind.bitrix24.de/crm/company/list/',
    expect: null,
    note: 'list',
  },
];
