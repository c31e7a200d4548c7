import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

export const pipedrive: CrmDefinition = {
  id: 'pipedrive',
  name: 'Pipedrive',
  experimental: true,
  hosts: ['https://*.pipedrive.com/*'],
  host: /^(?!(?:www|developers|marketplace|support|webforms|api|oauth)\.)[\w-]+\.pipedrive\.com$/,
  path: /^\/(?<object>organization|person|deal)\/(?<id>\d+)(?:\/|$)/,
  instance: tenantOf,
  list: /^\/(?:organizations|persons|deals|pipeline)(?:\/|$)/,
  titles: [
    '[data-testid="header-title"] input',
    '[data-testid="header-title"]',
    '.detailView .descriptionHead h1',
  ],
  outside: '[role=dialog]',
  parentLinks: [':is(main,.detailView) a[href*="/organization/"]'],
  linkSelector: 'a[href*="/organization/"]',
};
