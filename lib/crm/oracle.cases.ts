import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://abcd-test.fa.ocs.oraclecloud.com/fscmUI/redwood/cx-sales/application/container/accounts/accounts-detail?view=foldout&puid=1082011',
    expect: { object: 'account', id: '1082011' },
    note: 'Redwood account detail, public unique id (party number)',
  },
  {
    url: 'https://abcd.fa.us2.oraclecloud.com/fscmUI/redwood/cx-sales/application/container/opportunities/opportunities-detail?puid=1082011',
    expect: null,
    note: 'opportunity',
  },
  {
    url: 'https://abcd.fa.us2.oraclecloud.com/fscmUI/redwood/cx-sales/application/container/opportunities/opportunities-detail?puid=1082011',
    expect: { object: 'opportunity', id: '1082011', instance: 'abcd' },
    note: 'opportunity',
  },
  {
    url: 'https://abcd-test.fa.ocs.oraclecloud.com/fscmUI/redwood/cx-sales/application/container/accounts/accounts-list',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://objectstorage.eu.oraclecloud.com/fscmUI/redwood/cx-sales/application/container/accounts/accounts-detail?puid=1082011',
    expect: null,
    note: 'another service',
  },
];
