import type { CrmDefinition } from './types.ts';

export const suitecrm8: CrmDefinition = {
  id: 'suitecrm8',
  name: 'SuiteCRM 8',
  hosts: [],
  hash: /^#\/(?<object>accounts|contacts|opportunities|cases|leads)\/record\/(?<id>[\w-]{1,36})(?:[/?]|$)/,
  list: /^#\/(?:accounts|contacts|opportunities|cases|leads)(?:\/(?:index|list))?(?:\?|$)/,
  titles: [
    '.record-view-name-label .dynamic-label',
    '.record-view-name .dynamic-label',
    '.record-view-name-scrolled .dynamic-label',
  ],
  region: 'scrm-record-container,scrm-record,main',
  parentLinks: [':is(scrm-record-content,.record-view) a[href*="#/accounts/record/"]'],
  linkSelector: 'a[href*="#/accounts/record/"]',
};
