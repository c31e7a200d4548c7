import type { CrmRecord } from '../util/record-key.ts';

/** Path of an account's page, or the whole address where the instance tells the host. */
type Address = (record: CrmRecord, id: string, instance: string) => string;

interface Site {
  /** Where the CRM lives when it is open nowhere; absent: the path is the whole address. */
  origin?: (instance: string) => string;
  path: Address;
}

/** Self-hosted CRMs carry host, port and base path in the instance. */
const own =
  (path: (id: string) => string): Address =>
  (record, id) =>
    `${LOCAL.test(record.instance) ? 'http' : 'https'}://${record.instance}${path(id)}`;
const LOCAL = /^(?:[\w-]+\.)*localhost(?:[:/]|$)|^127\./;

/** Account pages, for CRMs whose addresses follow from a record key. */
const SITES: Readonly<Record<string, Site>> = {
  samplecrm: { origin: () => 'http://sample-crm.localhost:4811', path: (_, id) => `/accounts/${id}` },
  salesforce: {
    origin: (org) => `https://${org}${org.includes('--') ? '.sandbox' : ''}.lightning.force.com`,
    path: (_, id) => `/lightning/r/Account/${id}/view`,
  },
  hubspot: {
    origin: () => 'https://app.hubspot.com',
    path: (_, id, portal) => `/contacts/${portal}/record/0-2/${id}`,
  },
  dynamics: {
    origin: (host) => `https://${host}`,
    path: (_, id) => `/main.aspx?pagetype=entityrecord&etn=account&id=${id}`,
  },
  pipedrive: {
    origin: (company) => `https://${company}.pipedrive.com`,
    path: (_, id) => `/organization/${id}`,
  },
  close: { origin: () => 'https://app.close.com', path: (_, id) => `/lead/${id}/` },
  attio: {
    origin: () => 'https://app.attio.com',
    path: (_, id, workspace) => `/${workspace}/company/${id}/overview`,
  },
  zendesksell: {
    origin: (company) => `https://${company}.zendesk.com`,
    path: (_, id) => `/sales/app/contacts/${id}`,
  },
  capsule: { origin: (company) => `https://${company}.capsulecrm.com`, path: (_, id) => `/party/${id}` },
  espocrm: { path: own((id) => `/#Account/view/${id}`) },
  suitecrm8: { path: own((id) => `/#/accounts/record/${id}`) },
  sugarcrm: { path: own((id) => `/#Accounts/${id}`) },
  atomiccrm: { path: own((id) => `/#/companies/${id}/show`) },
  twenty: { path: own((id) => `/object/company/${id}`) },
  erpnext: { path: own((id) => `/app/customer/${id}`) },
  bitrix24: { path: own((id) => `/crm/company/details/${id}/`) },
};

/**
 * Possible addresses of an account's page, best first; none where they do not follow from the key. The caller asks
 * the adapter which of them shows the record.
 * @param openOrigins origins of tabs in which the CRM is open
 */
export function recordUrls(record: CrmRecord, openOrigins: readonly string[]): string[] {
  const site = Object.hasOwn(SITES, record.crm) ? SITES[record.crm] : undefined;
  if (site === undefined || record.object !== 'account') return [];
  const { id, instance } = record;
  const path = site.path(record, encodeURIComponent(id), encodeURIComponent(instance));
  const origins = site.origin ? [...openOrigins, site.origin(instance)] : [''];
  return origins.map((origin) => origin + path).filter((address) => URL.canParse(address));
}
