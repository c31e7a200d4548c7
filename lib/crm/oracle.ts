import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

/** The id is the public unique id (party number). */
export const oracle: CrmDefinition = {
  id: 'oracle',
  name: 'Oracle Sales',
  experimental: true,
  hosts: ['https://*.oraclecloud.com/*'],
  host: /^[\w-]+\.fa\.(?:[\w-]+\.){0,3}oraclecloud\.com$/,
  read({ pathname, searchParams }) {
    const [, object] =
      /^\/fscmUI\/redwood\/cx-sales\/application\/container\/(accounts|opportunities)\/\1-detail\/?$/.exec(
        pathname,
      ) ?? [];
    return [object, /^[\w-]+$/.exec(searchParams.get('puid') ?? '')?.[0]];
  },
  instance: tenantOf,
  linkSelector: 'a[href*="/accounts/accounts-detail"]',
};
