import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.myfreshworks.com/crm/sales/accounts/402001234567',
    expect: { object: 'account', id: '402001234567' },
    note: 'Freshworks CRM',
  },
  {
    url: 'https://northwind.myfreshworks.com/crm/sales/accounts/view/402015942758',
    expect: null,
    note: 'list view: the number is a view id',
  },
  {
    url: 'https://northwind.myfreshworks.com/crm/sales/contacts/402001234567',
    expect: null,
    note: 'contact',
  },
  {
    url: 'https://northwind.freshsales.io/accounts/402001234567',
    expect: { object: 'account', id: '402001234567', instance: 'northwind' },
    note: 'old host',
  },
  {
    url: 'https://northwind.myfreshworks.com/crm/sales/contacts/402001234567',
    expect: { object: 'contact', id: '402001234567', instance: 'northwind' },
    note: 'contact',
  },
  {
    url: 'https://northwind.myfreshworks.com/crm/sales/deals/402001234567',
    expect: { object: 'opportunity', id: '402001234567', instance: 'northwind' },
    note: 'deal',
  },
  {
    url: 'https://northwind.myfreshworks.com.example.org/crm/sales/accounts/402001234567',
    expect: null,
    note: 'look-alike',
  },
];
