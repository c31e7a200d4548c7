import type { CrmDefinition } from './types.ts';

export const insightly: CrmDefinition = {
  id: 'insightly',
  name: 'Insightly',
  experimental: true,
  hosts: ['https://*.insightly.com/*'],
  host: /^crm\.[a-z0-9]+\.insightly\.com$/,
  read({ pathname, searchParams }) {
    // An open blade lies over the page of the path and decides.
    const page = searchParams.get('blade') ?? pathname;
    const [, object, id] =
      /^\/details\/(organi[sz]ation|contact|opportunity|lead)\/(\d+)(?:[/?]|$)/i.exec(page) ?? [];
    return [object, id];
  },
  list: /^\/list\/(?:organi[sz]ation|contact|opportunity|lead)\/?$/i,
  titles: ['#metadata-row-viewer-ORGANISATION_NAME'],
  region: '#main-container',
  linkSelector: 'a[href*="/details/organi" i]',
};
