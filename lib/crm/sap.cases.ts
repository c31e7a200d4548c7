import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://my300123.de1.crm.cloud.sap/go/detail/mdcontact?nodeid=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: { object: 'contact', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b', instance: 'my300123' },
    note: 'contact, the one proven deep link',
  },
  {
    url: 'https://my300123.de1.crm.cloud.sap/go/detail/mdaccount?nodeid=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: { object: 'account', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b', instance: 'my300123' },
    note: 'account view named in the settings',
    settings: { sap: { accountView: 'mdaccount' } },
  },
  {
    url: 'https://my300123.de1.crm.cloud.sap/go/detail/mdaccount?nodeid=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'account view not named',
  },
  {
    url: 'https://my300123.de1.crm.cloud.sap/go/detail/mdcontact',
    expect: null,
    note: 'no id',
  },
  {
    url: 'https://my300123.de1.crm.cloud.sap.example.org/go/detail/mdcontact?nodeid=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'look-alike',
  },
];
