import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

export const netsuite: CrmDefinition = {
  id: 'netsuite',
  name: 'NetSuite',
  hosts: ['https://*.app.netsuite.com/*'],
  host: /^[\w-]+\.app\.netsuite\.com$/,
  read({ pathname, searchParams: query }) {
    const [, page] = /^\/app\/common\/entity\/(custjob|contact)\.nl$/.exec(pathname) ?? [];
    // `e=T` is the form for editing.
    return query.get('e')?.toUpperCase() === 'T' ? null : [page, /^\d+$/.exec(query.get('id') ?? '')?.[0]];
  },
  objects: { custjob: 'account' },
  instance: tenantOf,
  list: /^\/app\/common\/(?:entity\/custjoblist|search\/searchresults)\.nl$/,
  titles: ['.uir-record-name'],
  region: '#main_form,#div__body',
  parentLinks: ['#main_form a[href*="/entity/custjob.nl?"]'],
  linkSelector: 'a[href*="/entity/custjob.nl?"]',
};
