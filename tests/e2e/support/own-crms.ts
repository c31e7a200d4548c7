import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/source-files.ts';

/** A record of a CRM on a company's own host. */
export interface OwnRecord {
  id: string;
  name: string;
}

/** How one CRM looks and behaves, as seen on a running installation; times in ms. */
export interface OwnCrm {
  /** Adapter and, where two ages of a CRM differ, which. */
  name: string;
  crm: string;
  ids: readonly [string, string];
  account(id: string): string;
  list: string;
  stage: {
    page: string;
    list: string;
    row: string;
    heading: string;
    /** The former page stands this long under a new address. */
    late: number;
    /** The same after "back". */
    back: number;
    gap: number;
    manner: 'replace' | 'in-place' | 'keep' | 'reload';
    /** What stands there during the gap. */
    skeleton?: string;
  };
  /** Lists whose links carry ids. */
  chips: boolean;
}

export const OWN_HOST = 'crm.northwind-traders.example';

const UUIDS = ['0a1b2c3d-1111-4222-8333-444455556666', '9f8e7d6c-2222-4333-8444-555566667777'] as const;
const ajax = (query: string) =>
  `/index.php?action=ajaxui#ajaxUILoc=${encodeURIComponent(`index.php?${query}`)}`;

export const ownCrms: readonly OwnCrm[] = [
  {
    name: 'odoo 18',
    crm: 'odoo',
    ids: ['45017', '45029'],
    account: (id) => `/odoo/contacts/${id}`,
    list: '/odoo/contacts',
    stage: {
      page: '<div class="o_action_manager"><div class="o_form_view"><div class="oe_title"><h1><div name="name" class="o_field_widget"><input data-name-field style="width:300px"></div></h1></div></div></div>',
      list: '<div class="o_action_manager"><table class="o_list_table"><tbody>%ROWS%</tbody></table></div>',
      row: '<tr class="o_data_row" data-id="datapoint_1"><td name="complete_name" data-tooltip="%NAME%">%NAME%</td></tr>',
      heading: '.o_form_view h1 input',
      late: 90,
      back: 125,
      gap: 0,
      manner: 'replace',
    },
    chips: false,
  },
  {
    name: 'odoo 17, values changed in place',
    crm: 'odoo',
    ids: ['45017', '45029'],
    account: (id) => `/web#id=${id}&cids=1&menu_id=117&action=154&model=res.partner&view_type=form`,
    list: '/web#action=154&model=res.partner&view_type=list',
    stage: {
      page: '<div class="o_action_manager"><div class="o_form_view"><h1><div name="name"><input data-name-field style="width:300px"></div></h1></div></div>',
      list: '<div class="o_action_manager"><table><tbody>%ROWS%</tbody></table></div>',
      row: '<tr class="o_data_row"><td name="display_name">%NAME%</td></tr>',
      heading: '.o_form_view h1 input',
      late: 60,
      back: 110,
      gap: 0,
      manner: 'in-place',
    },
    chips: false,
  },
  {
    name: 'twenty',
    crm: 'twenty',
    ids: UUIDS,
    account: (id) => `/object/company/${id}`,
    list: '/objects/companies',
    stage: {
      page: '<div id="scroll-wrapper-scroll-wrapper-show-page-left-container"><div><div data-testid="tooltip" id="title-id-170" style="display:inline-block">%NAME%</div></div></div>',
      skeleton:
        '<div id="scroll-wrapper-scroll-wrapper-show-page-left-container"><span class="react-loading-skeleton">.</span><div><div data-testid="tooltip" id="title-id-171">Address</div></div></div>',
      list: '<table><tbody>%ROWS%</tbody></table><div data-testid="command-menu"><div><div data-testid="tooltip" id="title-id-9">Side Panel Ltd</div></div></div>',
      row: '<tr><td><a href="/object/company/%ID%">%NAME%</a></td></tr>',
      heading: '[data-testid="tooltip"][id^="title-id-"]',
      late: 0,
      back: 34,
      gap: 300,
      manner: 'replace',
    },
    chips: true,
  },
  {
    name: 'espocrm',
    crm: 'espocrm',
    ids: ['6b03f0e4dbe3e595f', '6b03f0e4dbe3e5aaa'],
    account: (id) => `/#Account/view/${id}`,
    list: '/#Account',
    stage: {
      page: '<div id="main"><div class="page-header"><h3 class="header-title"><span class="breadcrumb-item"><a href="#Account">Accounts</a></span> <span class="breadcrumb-item"><span class="title">%NAME%</span></span></h3></div></div>',
      list: '<div id="main"><table><tbody>%ROWS%</tbody></table></div>',
      row: '<tr class="list-row"><td><a class="link" href="#Account/view/%ID%" data-id="%ID%">%NAME%</a></td></tr>',
      heading: '.page-header h3.header-title .title',
      late: 460,
      back: 145,
      gap: 0,
      manner: 'replace',
    },
    chips: true,
  },
  {
    name: 'suitecrm 7 with AjaxUI',
    crm: 'suitecrm7',
    ids: UUIDS,
    account: (id) => ajax(`module=Accounts&offset=1&action=DetailView&record=${id}`),
    list: ajax('module=Accounts&action=index'),
    stage: {
      page: '<div id="content"><div class="moduleTitle"><h2 class="module-title-text" style="text-transform:uppercase;display:inline-block">%NAME%</h2></div></div>',
      list: '<div id="content"><table><tbody>%ROWS%</tbody></table></div>',
      row: '<tr><td field="name"><a href="?action=ajaxui#ajaxUILoc=index.php%3Fmodule%3DAccounts%26action%3DDetailView%26record%3D%ID%">%NAME%</a></td></tr>',
      heading: 'h2.module-title-text',
      late: 300,
      back: 200,
      gap: 100,
      manner: 'replace',
    },
    chips: true,
  },
  {
    name: 'frappe desk with hidden pages',
    crm: 'erpnext',
    ids: ['CUST-45017', 'CUST-45029'],
    account: (id) => `/app/customer/${id}`,
    list: '/app/customer',
    stage: {
      page: '<div class="page-container"><div class="page-head"><div class="title-area"><h3 class="title-text" style="display:inline-block">%NAME%</h3></div></div></div>',
      list: '<div class="page-container"><table><tbody>%ROWS%</tbody></table></div>',
      row: '<tr><td><a href="/app/customer/%ID%">%NAME%</a></td></tr>',
      heading: '.page-head .title-text',
      late: 250,
      back: 250,
      gap: 0,
      manner: 'keep',
    },
    chips: true,
  },
  {
    name: 'dolibarr, full page loads',
    crm: 'dolibarr',
    ids: ['45017', '45029'],
    account: (id) => `/societe/card.php?socid=${id}`,
    list: '/societe/list.php',
    stage: {
      page: '<div class="fiche"><div class="arearef"><div class="refid" style="display:inline-block">%NAME%<div class="refidno">Main street 1</div></div></div></div>',
      list: '<table><tbody>%ROWS%</tbody></table>',
      row: '<tr><td><a class="refurl classfortooltip" href="/societe/card.php?socid=%ID%" title="Third party">%NAME%</a></td></tr>',
      heading: 'div.arearef .refid',
      late: 0,
      back: 0,
      gap: 0,
      manner: 'reload',
    },
    chips: true,
  },
  {
    name: 'tryton with hidden tabs',
    crm: 'tryton',
    ids: ['45017', '45029'],
    account: (id) => `/#tryton/model/party.party/${id};name=%22Party%22`,
    list: '/#tryton/model/party.party;name=%22Party%22',
    stage: {
      page: '<div class="tab-pane active"><div class="form"><div><input name="name" data-name-field style="width:300px"></div></div></div>',
      list: '<div class="tab-pane active"><table class="tree"><tbody>%ROWS%</tbody></table></div>',
      row: '<tr><td><span class="column-char" title="%NAME%">%NAME%</span></td></tr>',
      heading: '.form input[name="name"]',
      late: 200,
      back: 150,
      gap: 0,
      manner: 'keep',
    },
    chips: false,
  },
];

/** The CRM's page with these records, as one HTML text. */
export function ownPage(crm: OwnCrm, records: readonly OwnRecord[]): string {
  const stage = JSON.stringify({ ...crm.stage, records }).replaceAll('<', '\\u003c');
  const script = readFileSync(join(projectRoot, 'tests/fixtures/e2e/stage.js'), 'utf8');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>CRM</title></head>
<body style="margin:0;font:16px sans-serif"><div id="app"></div><script>window.stage = ${stage}</script><script>${script}</script></body></html>`;
}
