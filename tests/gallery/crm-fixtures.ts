import type { CrmItem } from '../../components/options/crm-list.tsx';
import type { OwnCrms } from '../../components/options/own-crms.ts';
import type { Finding } from '../../components/state/sites-store.ts';
import type { HealthReport } from '../../lib/contract/health.ts';
import type { CrmSettingsView } from '../../lib/contract/page-messages.ts';

const nothing = async () => {};

export const HEALTH: HealthReport = {
  version: '0.1.0',
  browser: 'Chrome/140',
  at: '2026-11-17T12:00Z',
  sync: 'idle',
  page: {
    crm: 'salesforce',
    host: 'cloud',
    experimental: true,
    kind: 'account',
    granted: true,
    running: true,
    switchedOff: false,
    badge: 'docked',
    frames: false,
  },
  counters: {
    salesforce: { matched: 1_240, anchored: 1_198, docked: 41, gaveUp: 1 },
    espocrm: { matched: 3 },
  },
};

const HOSTS = ['crm.acme.example', 'erp.acme.example', 'support.vereinigte-apparatebau.example'];
export const OWN_CRM_ITEMS: readonly CrmItem[] = [
  ...HOSTS.map((name) => ({
    id: `https://${name}/*`,
    name,
    experimental: false,
    access: 'granted' as const,
  })),
  { id: 'monday', name: 'monday CRM', experimental: false, access: 'granted' },
];

/** A page somebody has pointed at. */
export const PICKED = {
  url: 'https://erp.acme.example/de/app.php/kunden/4711/uebersicht?tab=2',
  title: 'h2.customer',
};

const FINDINGS: Readonly<Record<string, Finding>> = {
  'crm.acme.example': { is: 'found', crm: 'espocrm' },
  'erp.acme.example': { is: 'unknown' },
  'support.vereinigte-apparatebau.example': { is: 'no-tab' },
};

/** Own hosts as a user has set them up, with a change for a single view. */
export function ownCrms(change: Partial<CrmSettingsView> = {}): OwnCrms {
  const generic = [{ host: 'erp.acme.example', url: '/lieferanten/{id}', title: 'h1' }];
  const values = { generic, monday: { boards: ['1234567890'] } };
  return {
    choices: [
      { id: 'generic', name: 'Other CRM', experimental: true },
      { id: 'espocrm', name: 'EspoCRM', experimental: false },
      { id: 'tryton', name: 'Tryton', experimental: true },
    ],
    idOf: () => '4711',
    sites: {
      view: {
        own: values,
        effective: values,
        sites: { 'crm.acme.example': 'espocrm', 'erp.acme.example': 'generic' },
        locked: { sites: [], monday: false, generic: [] },
        picked: null,
        ...change,
      },
      findings: FINDINGS,
      failed: false,
      recognise: nothing,
      choose: nothing,
      forget: nothing,
      setBoards: nothing,
      point: nothing,
      dismiss: () => {},
      save: nothing,
      drop: nothing,
    },
  };
}
