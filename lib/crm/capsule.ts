import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

/** Persons and organisations are both parties: an id that is no customer simply has no badge. */
export const capsule: CrmDefinition = {
  id: 'capsule',
  name: 'Capsule',
  experimental: true,
  hosts: ['https://*.capsulecrm.com/*'],
  host: /^(?!(?:www|developer|support)\.)[\w-]+\.capsulecrm\.com$/,
  path: /^\/party\/(?<id>\d+)(?:\/|$)/,
  instance: tenantOf,
  list: /^\/parties\/?$/,
  linkSelector: 'a[href*="/party/"]',
};
