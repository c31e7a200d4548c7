import type { CrmDefinition } from './types.ts';

const RECORD_PANE = '[id="scroll-wrapper-scroll-wrapper-show-page-left-container"]';

export const twenty: CrmDefinition = {
  id: 'twenty',
  name: 'Twenty',
  hosts: ['https://*.twenty.com/*'],
  path: /^\/object\/(?<object>company|person|opportunity)\/(?<id>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
  list: /^\/objects\/(?:companies|people|opportunities)\/?$/,
  titles: [
    `${RECORD_PANE} [data-testid="tooltip"][id^="title-id-"]`,
    '[data-testid="top-bar-title"] [data-testid="tooltip"]',
  ],
  // A click on a row opens its record in this panel, under the list's URL.
  outside: '[data-testid="command-menu"]',
  // While the heading loads, the first field label fits the selector.
  belongs: (element) => !element.closest(RECORD_PANE)?.querySelector('.react-loading-skeleton'),
  parentLinks: [`${RECORD_PANE} a[href*="/object/company/"]`],
  linkSelector: 'a[href*="/object/company/"]',
};
