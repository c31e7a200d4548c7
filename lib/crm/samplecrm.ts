import type { CrmDefinition } from './types.ts';

/** The sample CRM that comes with the project. */
export const samplecrm: CrmDefinition = {
  id: 'samplecrm',
  name: 'Sample CRM',
  hosts: ['http://sample-crm.localhost/*'],
  host: /^sample-crm\.localhost$/,
  path: /^\/(?<object>accounts|contacts|tickets)\/(?<id>[\w-]+)(?:\/(?:activities|contacts|tickets))?\/?$/,
  list: /^\/(?:accounts|contacts|tickets|search)\/?$/,
  titles: ['main section.record .record-header h1.record-name'],
  region: 'section.record',
  parentLinks: ['main section.record .record-header a.parent-account'],
  // The tabs of an account repeat its address.
  linkSelector: 'a[href^="/accounts/"]:not(nav *)',
};
