import type { RecordObject } from '../util/record-key.ts';
import type { CrmDefinition } from './types.ts';

const OBJECTS: Record<string, RecordObject> = { accounts: 'account', contacts: 'contact', tickets: 'ticket' };

/** The sample CRM that comes with the project. */
export const samplecrm: CrmDefinition = {
  id: 'samplecrm',
  name: 'Sample CRM',
  hosts: ['http://sample-crm.localhost/*'],
  host: /^sample-crm\.localhost$/,
  read({ pathname }) {
    const [, list, id] =
      /^\/(accounts|contacts|tickets)\/([\w-]+)(?:\/(?:activities|contacts|tickets))?\/?$/.exec(pathname) ??
      [];
    return [OBJECTS[list!], id];
  },
  isList: ({ pathname }) => /^\/(?:accounts|contacts|tickets|search)\/?$/.test(pathname),
  titles: ['main section.record .record-header h1.record-name'],
  region: 'section.record',
  parentLinks: ['main section.record .record-header a.parent-account'],
  linkSelector: 'a[href^="/accounts/"]',
};
