import type { CrmDefinition } from './types.ts';

/** Records slide over the list, whose route then carries `fullProfile=`. */
export const copper: CrmDefinition = {
  id: 'copper',
  name: 'Copper',
  hosts: ['https://app.copper.com/*'],
  host: /^app\.copper\.com$/,
  read({ pathname, hash }) {
    // `companies` in the path is Copper's own customer, not a record.
    const tenant = /^\/companies\/(\d+)\/app\/?$/.exec(pathname)?.[1];
    const [, object, id] =
      /[?&]fullProfile=(companies|people)-(\d+)(?:&|$)/.exec(hash) ??
      /^#\/(company|organization|contact)\/(\d+)(?:[/?]|$)/.exec(hash) ??
      [];
    return tenant ? [object, id, tenant] : null;
  },
  isList: ({ hash }) => /^#\/browse\/list\/(?:companies|people)(?:[/?]|$)/.test(hash),
  titles: ['[class*="EntityFullProfileFrame-fullProfile"] input[placeholder]'],
  region: '[class*="EntityFullProfileFrame-fullProfile"]',
  linkSelector: 'a.fullProfileLink[href*="fullProfile=companies-"]',
};
