import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://app.futuresimple.com/crm/contacts/26299451',
    expect: { object: 'account', id: '26299451' },
    note: 'AMBIGUOUS: old Base host',
  },
  {
    url: 'https://northwind.zendesk.com/sales/leads/list/view/12',
    expect: null,
    note: 'lead list',
  },
  {
    url: 'https://northwind.zendesk.com/sales/deals/160874453',
    expect: null,
    note: 'deal',
  },
  {
    url: 'https://northwind.zendesk.com/sales/contacts/26299451',
    expect: { object: 'account', id: '26299451', instance: 'northwind' },
    note: 'AMBIGUOUS: persons and companies share the path',
  },
  {
    url: 'https://northwind.zendesk.com/sales/app/contacts/26299451',
    expect: { object: 'account', id: '26299451', instance: 'northwind' },
    note: 'app segment',
  },
  {
    url: 'https://northwind.zendesk.com/sales/deals/160874453',
    expect: { object: 'opportunity', id: '160874453', instance: 'northwind' },
    note: 'deal',
  },
  {
    url: 'https://northwind.zendesk.com/agent/organizations/26299451',
    expect: null,
    note: 'organisation of Zendesk Support: other ids',
  },
  {
    url: 'https://support.zendesk.com/sales/contacts/26299451',
    expect: null,
    note: 'not a customer host',
  },
];
