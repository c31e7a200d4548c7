import type { CrmDefinition } from './types.ts';

export const hubspot: CrmDefinition = {
  id: 'hubspot',
  name: 'HubSpot',
  hosts: ['https://*.hubspot.com/*'],
  host: /^app(?:-[a-z]{2,3}\d{1,2})?\.hubspot\.com$/,
  // The slash after the type matters: 0-2 is a prefix of 0-20 to 0-29.
  path: /^\/contacts\/(?<tenant>\d+)\/(?:record\/)?(?<object>0-[1235]|contact|company|deal|ticket)\/(?<id>\d+)(?:\/|$)/,
  objects: { '0-1': 'contact', '0-2': 'account', '0-3': 'opportunity', '0-5': 'ticket' },
  list: /^\/contacts\/\d+\/(?:objects\/0-[1235]|contacts|companies|deals|tickets)\//,
  titles: [
    '[data-test-id="record-highlight-main-content"] [data-selenium-test="highlightTitle"]',
    '[data-test-id="record-highlight-content"] [data-selenium-test="highlightTitle"]',
    '[data-card-type="OBJECT_HIGHLIGHT"] [data-selenium-test="highlightTitle"]',
    '[data-test-id="record-highlight-title"]',
  ],
  // The same title stands in the previews of lists.
  outside:
    '[data-test-id="IndexPageInlineSidebar"],[data-selenium-test="sidebar-preview-panel"],[role=dialog]',
  parentLinks: [
    'a[data-selenium-test="company-chicklet-title-link"],[data-selenium-test="company-chicklet-title-link"] a',
    '[data-selenium-test="card-id-ASSOCIATION_TABLE/0-2"] a[href*="/0-2/"]',
  ],
  linkSelector: 'a[href*="/record/0-2/"],a[href*="/company/"]',
};
