/**
 * Selectors that tell which CRM runs on a host of a company's own: files it loads, containers its pages are
 * made of. Any page of the CRM may be open, so they are not about records.
 */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  odoo: ['.o_action_manager', '.o_web_client', 'script[src*="/web/assets/"]', '.o_main_navbar'],
  sugarcrm: ['script[src*="sidecar"]', '#sugarcrm', '.headerpane [data-fieldname]', '[data-voice="module"]'],
  suitecrm7: [
    'script[src*="sugar_grp"]',
    'h2.module-title-text',
    'a[href*="ajaxUILoc="]',
    '#content .moduleTitle',
  ],
  suitecrm8: [
    'scrm-dynamic-label',
    'scrm-base-navbar',
    '.record-view-name-label',
    'a.field-link[href^="#/"]',
  ],
  vtiger: ['[href*="layouts/v7"]', '[src*="layouts/v7"]', 'tr.listViewEntries', '.recordBasicInfo'],
  espocrm: [
    'script[src*="client/lib/espo"]',
    '.page-header h3.header-title .breadcrumb-item',
    'a[href^="#Account/view/"]',
  ],
  twenty: [
    '[data-testid="top-bar-title"]',
    '[id^="scroll-wrapper-scroll-wrapper-"]',
    'a[href^="/object/company/"]',
  ],
  dolibarr: [
    'meta[name="author"][content^="Dolibarr"]',
    'div.arearef',
    'a.refurl.classfortooltip',
    '#id-right',
  ],
  tryton: [
    '[href*="tryton-sao"]',
    '[src*="tryton-sao"]',
    '#main .tab-pane .form input[name="name"]',
    'a[href^="#tryton"]',
  ],
  erpnext: [
    'body[data-route]',
    '.page-head .title-text',
    'a[href^="/app/customer"]',
    'a[href^="/desk/customer"]',
  ],
  frappecrm: ['script[src*="/assets/crm/"]', 'a[href^="/crm/organizations/"]'],
  krayin: [
    '[href*="/admin/build/"]',
    'a[href*="/admin/contacts/organizations"]',
    'a[href*="/admin/contacts/persons"]',
  ],
  atomiccrm: ['a[href^="#/companies/"][href$="/show"]', 'a[href="#/companies"]'],
  bitrix24: [
    '[src*="/bitrix/js/"]',
    '[href*="/bitrix/js/"]',
    '#pagetitle',
    'a[href*="/crm/company/details/"]',
  ],
};

/** All selectors, to be looked for on a page in one go. */
export const SIGNS_OF_CRMS: readonly string[] = Object.values(SIGNS).flat();

/** The CRM with most signs on the page; null where none has any or two have equally many. */
export function recogniseCrm(isPresent: (sign: string) => boolean): string | null {
  const counts = Object.entries(SIGNS).map(([crm, signs]) => ({
    crm,
    found: signs.filter(isPresent).length,
  }));
  const most = Math.max(...counts.map(({ found }) => found));
  const best = counts.filter(({ found }) => found === most);
  return most > 0 && best.length === 1 ? (best[0]?.crm ?? null) : null;
}
