import { siteOf } from '../util/crm-url.ts';
import type { RecordObject } from '../util/record-key.ts';
import type { CrmDefinition, CrmSettings } from './types.ts';

/** Actions and models whose object is known; `action-512` names no model and is no match. */
const OBJECTS: Record<string, RecordObject> = {
  'res.partner': 'account',
  contacts: 'account',
  customers: 'account',
  'crm.lead': 'opportunity',
  crm: 'opportunity',
  'helpdesk.ticket': 'ticket',
};

/** Odoo up to 17 keeps its state in the hash, 18 and later in the path. Companies and persons are both partners. */
export const odoo: CrmDefinition = {
  id: 'odoo',
  name: 'Odoo',
  hosts: ['https://*.odoo.com/*'],
  objects: OBJECTS,
  read(url, settings) {
    const [action, id] = last(url);
    return [ownWord(settings, action) ?? action, /^\d+$/.exec(id)?.[0], siteOf(url)];
  },
  isList(url, settings) {
    const [action, id, list] = last(url);
    const isKnown = (word: string) => !!(ownWord(settings, word) ?? OBJECTS[word]);
    return (list || !id) && (isKnown(action) || isKnown(id));
  },
  titles: [
    '.o_form_view .oe_title h1 [name="name"] :is(input,textarea)',
    '.o_form_view h1 [name="name"] :is(input,textarea)',
    '.o_form_view h1 [name="name"]',
    '.o_last_breadcrumb_item.active .text-truncate',
    '.o_last_breadcrumb_item span',
  ],
  outside: '.modal,.o_dialog',
  region: '.o_action_manager,.o_action,body',
  parentLinks: ['.breadcrumb-item a[href*="/contacts/"],.breadcrumb-item a[href*="/res.partner/"]'],
};

/** The last pair of action and record id in the path, or model and id of the hash; `list` where the hash says so. */
function last({ pathname, hash }: URL): [action: string, id: string, list: boolean] {
  if (/^\/web\/?$/.test(pathname)) {
    const state = new URLSearchParams(hash.slice(1));
    const form = state.get('view_type') === 'form';
    return [state.get('model') ?? '', (form && state.get('id')) || '', !form];
  }
  if (!/^\/(?:odoo|scoped_app)\//.test(pathname)) return ['', '', false];
  const [action = '', id = ''] = pathname.replace(/\/$/, '').split('/').slice(2).slice(-2);
  return [action.replace(/^m-/, ''), id, !/^\d+$|^new$/.test(id)];
}

/** `{ "odoo": { "words": { "dealers": "account" } } }`: an installation's own actions. */
function ownWord(settings: CrmSettings | undefined, word: string): RecordObject | undefined {
  const words = (settings?.odoo as { words?: Record<string, RecordObject> } | undefined)?.words;
  return words && Object.hasOwn(words, word) ? words[word] : undefined;
}
