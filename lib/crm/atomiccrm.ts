import type { CrmDefinition } from './types.ts';

export const atomiccrm: CrmDefinition = {
  id: 'atomiccrm',
  name: 'Atomic CRM',
  hosts: [],
  hash: /^#\/(?<object>companies|contacts|deals)\/(?<id>\d+)\/show(?:[/?]|$)/,
  list: /^#\/(?:companies|contacts|deals)(?:\?|$)/,
  // The page's only h1 is the name of the app.
  titles: ['h5.text-xl'],
  parentLinks: ['a[href*="#/companies/"][href*="/show"]'],
  linkSelector: 'a[href*="#/companies/"][href*="/show"]',
};
