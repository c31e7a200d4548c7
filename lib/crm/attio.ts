import type { CrmDefinition } from './types.ts';

export const attio: CrmDefinition = {
  id: 'attio',
  name: 'Attio',
  experimental: true,
  hosts: ['https://app.attio.com/*'],
  host: /^app\.attio\.com$/,
  path: /^\/(?<tenant>[\w-]+)\/(?<object>company|person|deals(?=\/record))(?:\/record)?\/(?<id>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/|$)/,
  list: /^\/[\w-]+\/(?:companies|people|deals)(?:\/|$)/,
  linkSelector: 'a[href*="/company/"]',
};
