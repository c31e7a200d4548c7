import type { CrmRecord } from '../util/record-key.ts';
import { toSalesforceId18 } from '../util/salesforce-id.ts';
import { adapterOf } from './index.ts';

/** Why a record cannot be the one of any page, and what to write instead. */
export interface RecordProblem {
  column: 'crm' | 'instance' | 'id';
  problem: string;
  fix: string;
}

/**
 * A record as people and exports write it, in the one form that addresses are read into: Salesforce ids with
 * 18 characters, GUIDs without braces, instances without protocol, proxy suffix and closing slash.
 */
export function normalizeRecord(record: CrmRecord): CrmRecord | RecordProblem {
  const { crm, object } = record;
  const adapter = adapterOf(crm);
  if (!adapter) {
    return {
      column: 'crm',
      problem: `No CRM is called "${crm}".`,
      fix: 'Use an id of docs/crms.md, in lower case, such as salesforce, hubspot or odoo.',
    };
  }
  const site = plainSite(record.instance);
  const host = site.split('/', 1)[0]!.split(':', 1)[0]!;
  // Where the first label names the customer, a full host name means the same installation.
  const instance =
    !adapter.selfHosted && crm !== 'dynamics' && host.includes('.') ? host.split('.', 1)[0]! : site;
  const id = ID_FORMS[crm] ? ID_FORMS[crm].read(record.id.trim()) : record.id.trim();
  if (!id) return { column: 'id', ...ID_FORMS[crm]!.problem };
  return { crm, instance: crm === 'salesforce' ? instance.toLowerCase() : instance || '-', object, id };
}

const GUID = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

interface IdForm {
  read(id: string): string | null;
  problem: { problem: string; fix: string };
}

const guid = (name: string): IdForm => ({
  read: (id) => GUID.exec(id)?.[1]?.toLowerCase() ?? null,
  problem: {
    problem: `This is not an id of ${name}.`,
    fix: 'Write the GUID as the address of a record shows it: 8-4-4-4-12 digits and letters a to f.',
  },
});
const decimal = (name: string): IdForm => ({
  read: (id) => (/^\d+$/.test(id) ? id : null),
  problem: {
    problem: `This is not an id of ${name}.`,
    fix: 'Write the digits that the address of a record shows.',
  },
});

const ID_FORMS: Readonly<Record<string, IdForm>> = {
  salesforce: {
    read: toSalesforceId18,
    problem: {
      problem: 'This is not a Salesforce id.',
      fix: 'Write the 15 or 18 characters as Salesforce shows them, with upper and lower case.',
    },
  },
  dynamics: guid('Dynamics'),
  attio: guid('Attio'),
  twenty: guid('Twenty'),
  hubspot: decimal('HubSpot'),
  pipedrive: decimal('Pipedrive'),
  zoho: decimal('Zoho CRM'),
  odoo: decimal('Odoo'),
};

/** `https://Host.example.mcas.ms/base/` is `host.example/base`: hosts know no case, paths do. */
function plainSite(text: string): string {
  const [host = '', ...path] = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
    .split('/');
  const isHost = host.includes('.') || host.includes(':') || path.length > 0;
  return [isHost ? host.toLowerCase().replace(/\.mcas\.ms(?=:|$)/, '') : host, ...path].join('/');
}
