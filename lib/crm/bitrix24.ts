import type { CrmDefinition } from './types.ts';

const CLOUDS = 'com eu de fr pl it es ru by kz ua com.br com.tr in cn jp vn id mx co'.split(' ');

/** Records open in a side slider, a frame of the same origin whose own URL names the record. */
export const bitrix24: CrmDefinition = {
  id: 'bitrix24',
  name: 'Bitrix24',
  hosts: CLOUDS.map((end) => `https://*.bitrix24.${end}/*`),
  frames: true,
  // Id 0 is a new record.
  path: /^\/crm\/(?<object>company|contact|deal|lead)\/(?:details|show)\/(?<id>[1-9]\d*)\/?$/,
  list: /^\/crm\/(?:company|contact|deal|lead)\/(?:(?:list|kanban|category)\/.*)?$/,
  titles: ['#pagetitle'],
  region: '.ui-toolbar,#workarea,body',
  parentLinks: [
    'a.crm-entity-widget-client-box-name[href*="/crm/company/"]',
    '#workarea a[href*="/crm/company/"]',
  ],
  linkSelector: 'a[href*="/crm/company/details/"],a[href*="/crm/company/show/"]',
};
