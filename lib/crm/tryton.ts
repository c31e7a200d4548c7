import { basePath, siteOf } from '../util/crm-url.ts';
import type { CrmDefinition } from './types.ts';

/** Companies and persons are both parties. Lists carry no links. */
export const tryton: CrmDefinition = {
  id: 'tryton',
  name: 'Tryton',
  hosts: [],
  read(url) {
    const [, database, id] = /^#([^/]+)\/model\/party\.party\/(\d+)(?:;|$)/.exec(url.hash) ?? [];
    return ['account', id, siteOf(url, `${basePath(url)}/${database}`)];
  },
  isList: ({ hash }) => /^#[^/]+\/model\/party\.party(?:;|$)/.test(hash),
  // Opened records stay in the page as hidden tab panes.
  titles: ['.tab-pane.active .form input[name="name"]', '.form input[name="name"]'],
  outside: '.tab-pane:not(.active),.modal',
  region: '.tab-pane,#main',
};
