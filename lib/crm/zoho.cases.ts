import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.zoho.in/crm/tab/Accounts/3652397000003698012',
    expect: { object: 'account', id: '3652397000003698012' },
    note: 'without org segment',
  },
  {
    url: 'https://crm.zoho.com/crm/org123456789/tab/Accounts/4876876000000333001',
    expect: { object: 'account', id: '4876876000000333001' },
    note: 'com',
  },
  {
    url: 'https://crm.zoho.com/crm/org123456789/tab/Accounts/create?layoutId=4876876000000091033',
    expect: null,
    note: 'create',
  },
  {
    url: 'https://crm.zoho.com/crm/org123456789/tab/Accounts/4876876000000333001/edit',
    expect: null,
    note: 'edit',
  },
  {
    url: 'https://crm.zoho.com/crm/org123456789/tab/Contacts/4876876000000333001',
    expect: null,
    note: 'contact',
  },
  {
    url: 'https://desk.zoho.com/crm/org1/tab/Accounts/4876876000000333001',
    expect: null,
    note: 'other Zoho product host',
  },
  {
    url: 'https://crm.zoho.com.example.org/crm/org1/tab/Accounts/4876876000000333001',
    expect: null,
    note: 'look-alike host',
  },
  {
    url: 'https://crm.zoho.eu/crm/org20098805637/tab/Accounts/512334000001234567',
    expect: { object: 'account', id: '512334000001234567', instance: 'org20098805637' },
    note: 'EU data centre',
  },
  {
    url: 'https://crm.zohocloud.ca/crm/org1/tab/Accounts/4876876000000333001',
    expect: { object: 'account', id: '4876876000000333001', instance: 'org1' },
    note: 'Canada',
  },
  {
    url: 'https://crm.zoho.com/crm/tab/Accounts/4876876000000333001',
    expect: { object: 'account', id: '4876876000000333001', instance: '-' },
    note: 'no organisation in the address',
  },
  {
    url: 'https://crm.zoho.com/crm/EntityInfo.do?module=Accounts&id=4876876000000333001',
    expect: { object: 'account', id: '4876876000000333001', instance: '-' },
    note: 'old form',
  },
  {
    url: 'https://crm.zoho.com/crm/org123456789/tab/Contacts/4876876000000333001',
    expect: { object: 'contact', id: '4876876000000333001', instance: 'org123456789' },
    note: 'contact',
  },
  {
    url: 'https://crm.zoho.com/crm/org123456789/tab/Potentials/4876876000000333001',
    expect: { object: 'opportunity', id: '4876876000000333001', instance: 'org123456789' },
    note: 'deal',
  },
  {
    url: 'https://crm.zoho.com/crm/org123456789/tab/Cases/4876876000000333001',
    expect: { object: 'ticket', id: '4876876000000333001', instance: 'org123456789' },
    note: 'case',
  },
  {
    url: 'https://crm.zoho.com/crm/org123456789/tab/Accounts/custom-view/4876876000000087501/list',
    expect: null,
    note: 'list: the view id looks like a record id',
  },
];
