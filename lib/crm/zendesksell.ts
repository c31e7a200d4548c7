import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

/** Persons and companies share `/contacts/`: an id that is no customer simply has no badge. */
export const zendesksell: CrmDefinition = {
  id: 'zendesksell',
  name: 'Zendesk Sell',
  experimental: true,
  hosts: ['https://*.zendesk.com/*', 'https://app.futuresimple.com/*'],
  host: /^(?:app\.futuresimple|(?!(?:www|support|developer)\.)[\w-]+\.zendesk)\.com$/,
  path: /^\/(?:sales\/(?:app\/)?|crm\/)(?<object>contacts|deals|leads)\/(?<id>\d+)\/?$/,
  objects: { contacts: 'account' },
  instance: tenantOf,
  list: /^\/(?:sales\/(?:app\/)?|crm\/)contacts(?:\/list.*)?\/?$/,
  linkSelector: 'a[href*="/contacts/"]',
};
