import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://app-eu1.hubspot.com/contacts/25998877/record/0-2/18822334455/',
    expect: { object: 'account', id: '18822334455' },
    note: 'EU data centre, trailing slash',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/company/9876543210',
    expect: { object: 'account', id: '9876543210' },
    note: 'old form',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/record/0-2/9876543210',
    expect: { object: 'account', id: '9876543210' },
    note: 'current form',
  },
  {
    url: 'https://app-na2.hubspot.com/contacts/242109876/record/0-2/31000111222?eschref=%2Fcontacts%2F242109876%2Fobjects%2F0-2%2Fviews%2Fall%2Flist',
    expect: { object: 'account', id: '31000111222' },
    note: 'na2, return link in the query',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/record/0-3/9876543210',
    expect: null,
    note: 'deal',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/objects/0-2/views/69132202/list?query=acme',
    expect: null,
    note: 'saved company view',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/objects/0-2/views/all/list',
    expect: null,
    note: 'company list',
  },
  {
    url: 'https://app.hubspot.com.evil.example/contacts/4811223/record/0-2/9876543210',
    expect: null,
    note: 'look-alike host',
  },
  {
    url: 'https://app.hubspot.com/property-settings/4811223/properties?type=0-2',
    expect: null,
    note: 'settings',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/record/2-2/9876543210',
    expect: null,
    note: 'custom object type 2-2',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/record/0-27/9876543210',
    expect: null,
    note: 'object type 0-27 starts with 0-2',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/record/0-2/9876543210/view/1',
    expect: { object: 'account', id: '9876543210', instance: '4811223' },
    note: 'tab segment; the portal is the instance',
  },
  {
    url: 'https://app-eu1.hubspot.com.mcas.ms/contacts/25998877/record/0-2/18822334455',
    expect: { object: 'account', id: '18822334455', instance: '25998877' },
    note: 'Defender proxy',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/record/0-1/51',
    expect: { object: 'contact', id: '51', instance: '4811223' },
    note: 'contact',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/contact/51',
    expect: { object: 'contact', id: '51', instance: '4811223' },
    note: 'contact, old form',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/record/0-3/77',
    expect: { object: 'opportunity', id: '77', instance: '4811223' },
    note: 'deal',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/record/0-5/1300',
    expect: { object: 'ticket', id: '1300', instance: '4811223' },
    note: 'ticket',
  },
  {
    url: 'https://app.hubspot.com/contacts/4811223/companies/list/view/all/',
    expect: null,
    note: 'old list',
  },
  {
    url: 'https://www.hubspot.com/contacts/4811223/record/0-2/9876543210',
    expect: null,
    note: 'not the app',
  },
  {
    url: 'https://app-eu1-hubspot.com/contacts/4811223/record/0-2/9876543210',
    expect: null,
    note: 'look-alike',
  },
];
