import { tenantOf } from '../util/crm-url.ts';
import type { CrmDefinition, CrmSettings } from './types.ts';

/** Accounts are one board among many: only boards named in the settings count. */
export const monday: CrmDefinition = {
  id: 'monday',
  name: 'monday CRM',
  hosts: ['https://*.monday.com/*'],
  host: /^(?!(?:www|auth|api|support|developer)\.)[\w-]+\.monday\.com$/,
  read(url, settings) {
    const [, board, id] = /^\/boards\/(\d+)(?:\/views\/\d+)?\/pulses\/(\d+)(?:\/|$)/.exec(url.pathname) ?? [];
    return accountBoards(settings).includes(board!) ? ['account', id, tenantOf(url)] : null;
  },
  isList: ({ pathname }, settings) =>
    accountBoards(settings).includes(/^\/boards\/(\d+)(?:\/views\/\d+)?\/?$/.exec(pathname)?.[1] ?? ''),
  titles: [
    '.pulse_title [data-testid="heading"] h2',
    '.pulse-page-name-wrapper',
    '.item-page-header-details-wrapper__top',
  ],
};

/** `{ "monday": { "boards": ["1234567890"] } }`; a board may be given as a number too. */
function accountBoards(settings: CrmSettings | undefined): string[] {
  const boards = (settings?.monday as { boards?: unknown } | null | undefined)?.boards;
  return Array.isArray(boards) ? boards.map(String) : [];
}
