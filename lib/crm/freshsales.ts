import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

export const freshsales: CrmDefinition = {
  id: 'freshsales',
  name: 'Freshsales',
  experimental: true,
  hosts: ['https://*.myfreshworks.com/*', 'https://*.freshsales.io/*'],
  host: /^(?!www\.)[\w-]+\.(?:myfreshworks\.com|freshsales\.io)$/,
  // Digits directly after the module: `/accounts/view/402…` is a list.
  path: /^(?:\/crm\/sales)?\/(?<object>accounts|contacts|deals)\/(?<id>\d+)(?:\/|$)/,
  instance: tenantOf,
  list: /^(?:\/crm\/sales)?\/(?:accounts|contacts|deals)(?:\/view\/\d+)?\/?$/,
  parentLinks: ['main a[href*="/accounts/"]'],
  linkSelector: 'a[href*="/accounts/"]',
};
