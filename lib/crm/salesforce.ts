import { tenantOf } from '../util/crm-url.ts';
import type { RecordObject } from '../util/record-key.ts';
import { toSalesforceId18 } from '../util/salesforce-id.ts';
import type { CrmDefinition, UrlReading } from './types.ts';

/** Key prefixes are the same in every org; the API name in the URL is optional and may be `sObject`. */
const PREFIXES: Record<string, readonly [RecordObject, string]> = {
  '001': ['account', 'account'],
  '003': ['contact', 'contact'],
  '006': ['opportunity', 'opportunity'],
  '500': ['ticket', 'case'],
  '00Q': ['lead', 'lead'],
};
const ID = '([0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?)';
const LIGHTNING = new RegExp(`^/lightning/r/(?:(\\w+)/)?${ID}/view/?$`);
const ONE_APP = new RegExp(`^#/sObject/${ID}/view`);
const CLASSIC = new RegExp(`^/()${ID}$`);
const COMMUNITY = new RegExp(`^(?:/[^/]+){0,4}/s/(\\w+)/${ID}(?:/[^/]+)?/?$`);

/** Salesforce Lightning (console included), Classic and Experience Cloud. */
export const salesforce: CrmDefinition = {
  id: 'salesforce',
  name: 'Salesforce',
  hosts: [
    'https://*.lightning.force.com/*',
    'https://*.my.salesforce.com/*',
    'https://*.my.site.com/*',
    'https://*.cloudforce.com/*',
    'https://*.lightning.force.mil/*',
    'https://*.lightning.crmforce.mil/*',
    'https://*.lightning.sfcrmapps.cn/*',
  ],
  host: /^[\w-]+(?:\.(?:sandbox|develop|scratch|demo|free|patch|trailblaze))?\.(?:lightning\.(?:force\.com|(?:crm)?force\.mil|sfcrmapps\.cn)|my\.salesforce\.com|my\.site\.com|cloudforce\.com)$/,
  read(url) {
    const { hostname, pathname, hash } = url;
    if (hostname.endsWith('.my.site.com')) return record(url, COMMUNITY.exec(pathname), 'detail');
    if (!/\.lightning\.[a-z.]+$/.test(hostname)) return record(url, CLASSIC.exec(pathname));
    if (pathname === '/one/one.app') return record(url, [hash, '', ONE_APP.exec(hash)?.[1] ?? '']);
    // The focused tab stands in the path; `ws=` names its parent workspace and is never read.
    return record(url, LIGHTNING.exec(pathname), 'sobject');
  },
  isList: ({ pathname }) =>
    /^\/lightning\/o\/(?:Account|Contact|Opportunity|Case|Lead)\/|^\/001(?:\/o)?$|\/related\/[^/]+\/view/.test(
      pathname,
    ),
  titles: [
    'records-highlights2 [slot="primaryField"]',
    'record_flexipage-highlights-primary-row [slot="primaryField"]',
    'records-highlights2 h1',
    '.forceHighlightsStencil .primaryField',
    '#bodyCell h2.pageDescription',
    '[data-target-selection-name="sfdc:RecordField.Account.Name"] .slds-form-element__static',
  ],
  // Earlier pages and console tabs stay mounted; only the innermost active container shows the URL's record.
  outside:
    '.lafPageHost:not(.active),.oneConsoleTab:not(.active),.navexWorkspace:not(.active),[role=dialog],.modal-container',
  region: '.lafPageHost,.oneConsoleTab,#bodyCell,main,[role=main]',
  belongs(element, { object }) {
    const generated = closestTag(element, 'forcegenerated-highlightspanel_');
    const name = Object.values(PREFIXES).find(([kind]) => kind === object)?.[1];
    return !generated || generated.startsWith(`forcegenerated-highlightspanel_${name}___`);
  },
  parentLinks: [
    '[data-target-selection-name$=".AccountId"] a[href*="/001"]',
    'records-highlights2 a[href*="/001"],record_flexipage-highlights-primary-row a[href*="/001"]',
    '.forceHighlightsStencil a[data-recordid^="001"]',
    '#bodyCell .detailList a[href^="/001"]',
  ],
  linkSelector:
    'a[href*="/001"],a[data-recordid^="001"],.slds-split-view__list-item-action[data-recordid^="001"]',
  readLink: (element, url) => record(url, ['', '', element.getAttribute('data-recordid') ?? '']),
};

function record(url: URL, found: ArrayLike<string> | null, anyObject = ''): UrlReading | null {
  const id = toSalesforceId18(found?.[2] ?? '');
  const [object, apiName] = (id && PREFIXES[id.slice(0, 3)]) || [];
  const named = found?.[1]?.toLowerCase() || apiName;
  return object && (named === apiName || named === anyObject) ? [object, id!, tenantOf(url)] : null;
}

function closestTag(element: Element, prefix: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.localName.startsWith(prefix)) return at.localName;
  }
  return null;
}
