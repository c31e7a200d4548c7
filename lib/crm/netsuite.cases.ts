import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://1234567-sb1.app.netsuite.com/app/common/entity/custjob.nl?id=26601',
    expect: { object: 'account', id: '26601' },
    note: 'sandbox account',
  },
  {
    url: 'https://1234567.app.netsuite.com/app/common/entity/custjoblist.nl',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://1234567.app.netsuite.com/app/common/entity/contact.nl?id=26601',
    expect: null,
    note: 'contact',
  },
  {
    url: 'https://1234567.app.netsuite.com/app/common/entity/custjob.nl?id=26601&whence=',
    expect: { object: 'account', id: '26601', instance: '1234567' },
    note: 'view mode',
  },
  {
    url: 'https://1234567-sb1.app.netsuite.com/app/common/entity/custjob.nl?id=26601',
    expect: { object: 'account', id: '26601', instance: '1234567-sb1' },
    note: 'a sandbox is its own instance',
  },
  {
    url: 'https://1234567.app.netsuite.com/app/common/entity/contact.nl?id=26601',
    expect: { object: 'contact', id: '26601', instance: '1234567' },
    note: 'contact',
  },
  {
    url: 'https://1234567.app.netsuite.com/app/common/entity/custjob.nl?id=26601&e=T',
    expect: null,
    note: 'edit',
  },
];
