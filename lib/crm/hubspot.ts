import type { RecordObject } from '../util/record-key.ts';
import type { CrmDefinition } from './types.ts';

const OBJECTS: Record<string, RecordObject> = {
  'record/0-1': 'contact',
  'record/0-2': 'account',
  'record/0-3': 'opportunity',
  'record/0-5': 'ticket',
  contact: 'contact',
  company: 'account',
  deal: 'opportunity',
  ticket: 'ticket',
};

export const hubspot: CrmDefinition = {
  id: 'hubspot',
  name: 'HubSpot',
  hosts: ['https://*.hubspot.com/*'],
  host: /^app(?:-[a-z]{2,3}\d{1,2})?\.hubspot\.com$/,
  read({ pathname }) {
    // The slash after the type matters: 0-2 is a prefix of 0-20 to 0-29.
    const [, portal, type, id] =
      /^\/contacts\/(\d+)\/(record\/0-\d+|contact|company|deal|ticket)\/(\d+)(?:\/|$)/.exec(pathname) ?? [];
    return [OBJECTS[type!], id, portal];
  },
  isList: ({ pathname }) =>
    /^\/contacts\/\d+\/(?:objects\/0-[1235]\/|(?:contacts|companies|deals|tickets)\/)/.test(pathname),
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
