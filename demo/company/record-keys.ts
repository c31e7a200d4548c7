import { createRandom } from './random.ts';
import type { SampleAccount } from './sample-account.ts';

type Row = Record<string, string>;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Cloud CRM installations in which some of the accounts exist as well. */
export const CLOUD = {
  salesforce: 'rheinwerk',
  hubspot: '4401177',
  dynamics: 'rheinwerk.crm4.dynamics.com',
} as const;

/**
 * Rows of record-keys.csv: every account in the sample CRM, half of the contacts and tickets there (the others
 * lead to their account by the link on their page), and every tenth account in a cloud CRM.
 */
export function createRecordKeys(
  seed: string,
  accounts: readonly SampleAccount[],
  contacts: readonly Row[],
  tickets: readonly Row[],
): Row[] {
  const idOf = new Map(accounts.map((account) => [account.crmId, account.id]));
  const sample = (object: string, id: string, accountId: string): Row => ({
    crm: 'samplecrm',
    instance: '-',
    object,
    id,
    account_id: accountId,
  });
  const half = (_: unknown, index: number): boolean => index % 2 === 0;
  return [
    ...accounts.map((account) => sample('account', account.crmId, account.id)),
    ...contacts.filter(half).map((one) => sample('contact', one.contact_id!, idOf.get(one.crm_account_id!)!)),
    ...tickets.filter(half).map((one) => sample('ticket', one.ticket_id!, idOf.get(one.crm_account_id!)!)),
    ...accounts.filter((_, index) => index % 10 === 0).flatMap((account) => cloudKeys(seed, account)),
  ];
}

function cloudKeys(seed: string, account: SampleAccount): Row[] {
  const random = createRandom(`${seed}:cloud:${account.id}`);
  const digits = (length: number, base: number): string =>
    Array.from({ length }, () => random.int(0, base - 1).toString(base)).join('');
  const number = account.id.slice(1).padStart(9, '0');
  const guid = [8, 4, 4, 4, 12].map((length) => digits(length, 16)).join('-');
  const row = (crm: keyof typeof CLOUD, id: string): Row => ({
    crm,
    instance: CLOUD[crm],
    object: 'account',
    id,
    account_id: account.id,
  });
  return [
    row('salesforce', salesforceId(`001Qy${random.chance(0.5) ? 'A' : 'b'}${number}`)),
    row('hubspot', String(9_000_000_000 + random.int(0, 899_999_999))),
    row('dynamics', guid),
  ];
}

/** The 18-character form of a case-sensitive 15-character id: three letters tell which characters are capitals. */
export function salesforceId(id15: string): string {
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id15.slice(start, start + 5)].map((char) => (char >= 'A' && char <= 'Z' ? 1 : 0));
    return ALPHABET[bits.reduce<number>((sum, bit, index) => sum + (bit << index), 0)]!;
  });
  return id15 + suffix.join('');
}
