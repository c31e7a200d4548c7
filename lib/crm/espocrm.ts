import type { CrmDefinition } from './types.ts';

export const espocrm: CrmDefinition = {
  id: 'espocrm',
  name: 'EspoCRM',
  hosts: ['https://*.espocloud.com/*', 'https://*.espocloud.eu/*'],
  hash: /^#(?<object>Account|Contact|Opportunity|Case|Lead)\/view\/(?<id>[^/?&]{1,36})(?:[/?&]|$)/,
  list: /^#(?:Account|Contact|Opportunity|Case|Lead)(?:\/list.*)?$/,
  // A click on the title reloads it: the badge goes after it, not into it.
  titles: [
    '.page-header h3.header-title .breadcrumb-item:last-child .title',
    '.page-header h3.header-title .title',
  ],
  outside: '.modal,.dialog',
  region: '#main,#content',
  parentLinks: [
    '.detail .field[data-name="account"] a[href*="#Account/view/"]',
    '.detail .field[data-name="accounts"] a[href*="#Account/view/"]',
  ],
  linkSelector: 'a[href*="#Account/view/"]:not([data-action])',
};
