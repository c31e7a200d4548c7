import type { CrmDefinition } from './types.ts';

const DATA_CENTRES = ['com', 'eu', 'in', 'com.au', 'com.cn', 'jp', 'sa'];

/** Module names stand in the URL even where an administrator has renamed the module. */
export const zoho: CrmDefinition = {
  id: 'zoho',
  name: 'Zoho CRM',
  experimental: true,
  hosts: ['crm', 'crmsandbox', 'crmplus'].flatMap((product) => [
    ...DATA_CENTRES.map((end) => `https://${product}.zoho.${end}/*`),
    `https://${product}.zohocloud.ca/*`,
  ]),
  host: /^crm(?:sandbox|plus)?\.zoho(?:\.(?:com|eu|in|com\.au|com\.cn|jp|sa)|cloud\.ca)$/,
  path: /^(?:\/[^/]+){0,3}?\/crm\/(?:(?!tab\/)(?<tenant>[^/]+)\/)?tab\/(?<object>Accounts|Contacts|Potentials|Deals|Cases|Leads)\/(?<id>\d{10,20})\/?$/,
  read({ pathname, searchParams }) {
    if (!/\/crm\/(?:Show)?EntityInfo\.do$/.test(pathname)) return null;
    return [searchParams.get('module'), /^\d{10,20}$/.exec(searchParams.get('id') ?? '')?.[0]];
  },
  list: /\/tab\/(?:Accounts|Contacts|Potentials|Deals|Cases|Leads)(?:\/custom-view\/.*)?\/?$/,
  titles: [
    '#kventitydetailspage #entityNameInBCView',
    '#entityNameInBCView',
    '#crmNextGenTopMenu [data-zcqa="appTopMenuTitle"]',
  ],
  outside: '[role=dialog],lyte-modal',
  region: '#kventitydetailspage,#crmNextGenTopMenu,main',
  parentLinks: [':is(#kventitydetailspage,main) a[href*="/tab/Accounts/"]'],
  linkSelector: 'a[href*="/tab/Accounts/"]',
};
