import type { CrmDefinition } from './types.ts';

/** Close calls the company a lead; its contacts have no page of their own. */
export const close: CrmDefinition = {
  id: 'close',
  name: 'Close',
  experimental: true,
  hosts: ['https://app.close.com/*'],
  host: /^app\.close\.com$/,
  path: /^\/lead\/(?<id>lead_[0-9A-Za-z]{10,60})(?:\/|$)/,
  list: /^\/(?:leads|search|opportunities)(?:\/|$)/,
  linkSelector: 'a[href*="/lead/lead_"]',
};
