import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.acme.example/kunden/4711',
    expect: { object: 'account', id: '4711', instance: 'crm.acme.example' },
    note: 'described by host and path',
    settings: { generic: [{ host: 'crm.acme.example', url: '/kunden/{id}', title: 'h1' }] },
  },
  {
    url: 'https://crm.acme.example/app.php?seite=kunde&nr=K%2F17&x=1',
    expect: { object: 'account', id: 'K/17', instance: 'crm.acme.example' },
    note: 'described by query parameters in any order',
    settings: { generic: [{ host: 'crm.acme.example', url: '/app.php?nr={id}&seite=kunde' }] },
  },
  {
    url: 'https://crm.acme.example/#/de/customer-9/overview',
    expect: { object: 'account', id: '9', instance: 'crm.acme.example' },
    note: 'described by hash, with a wildcard and text around the id',
    settings: { generic: [{ host: 'crm.acme.example', url: '/#/*/customer-{id}/overview' }] },
  },
  {
    url: 'https://app.attio.com/northwind/custom/clients/record/77',
    expect: { object: 'account', id: '77', instance: 'app.attio.com' },
    note: 'an object of its own on a known cloud host',
    settings: { generic: [{ host: 'app.attio.com', url: '/northwind/custom/clients/record/{id}' }] },
  },
  {
    url: 'https://crm.acme.example/personen/5',
    expect: { object: 'contact', id: '5', instance: 'crm.acme.example' },
    note: 'described as contact',
    settings: { generic: [{ host: 'crm.acme.example', url: '/personen/{id}', object: 'contact' }] },
  },
  {
    url: 'https://crm.acme.example/kunden/4711/edit',
    expect: null,
    note: 'longer path than described',
    settings: { generic: [{ host: 'crm.acme.example', url: '/kunden/{id}' }] },
  },
  {
    url: 'https://crm.acme.example.evil.example/kunden/4711',
    expect: null,
    note: 'another host',
    settings: { generic: [{ host: 'crm.acme.example', url: '/kunden/{id}' }] },
  },
  {
    url: 'https://crm.acme.example/kunden/',
    expect: null,
    note: 'empty id',
    settings: { generic: [{ host: 'crm.acme.example', url: '/kunden/{id}' }] },
  },
  {
    url: 'https://crm.acme.example/kunden/4711',
    expect: null,
    note: 'settings that are no settings',
    settings: { generic: [null, { host: 1, url: {} }, { host: 'crm.acme.example' }] },
  },
];
