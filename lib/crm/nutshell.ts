import type { CrmDefinition } from './types.ts';

export const nutshell: CrmDefinition = {
  id: 'nutshell',
  name: 'Nutshell',
  experimental: true,
  hosts: ['https://app.nutshell.com/*'],
  host: /^app\.nutshell\.com$/,
  // The slug behind the id is decoration.
  path: /^\/(?<object>company|account|person|lead)\/(?<id>\d+)(?:-[^/]*)?\/?$/,
  // A lead in Nutshell is a deal.
  objects: { lead: 'opportunity' },
  list: /^\/(?:companies|accounts|people|leads)(?:\/|$)/,
  linkSelector: 'a[href*="/company/"]',
};
