import { UserError } from '../api/user-error.ts';

/** What somebody says about a new CRM. */
export interface CrmRequest {
  /** File name, settings key and docs row: lower-case letters and digits. */
  id: string;
  name: string;
  /** Address of an account's page, as the browser shows it. */
  account: string;
  /** The id of that account in the address. */
  recordId: string;
  /** Address of a page that lists accounts. */
  list: string;
  /** Host pattern where every customer has a host of their own: `*.example.com`; default: the address's host. */
  host?: string | undefined;
  /** Selector of the element that carries the name; without it the badge docks. */
  heading?: string | undefined;
  /** For a CRM on any host: a selector that tells its pages from those of all others. */
  sign?: string | undefined;
}

/** Where in the address the id stands, with what stands around it. */
export interface RecordShape {
  where: 'path' | 'hash';
  /** The whole part (path, or hash with its `#`). */
  text: string;
}

/** @throws UserError that says what to change */
export function shapeOf({ id, account, list, recordId, host, sign }: CrmRequest): RecordShape {
  if (!/^[a-z][a-z0-9]{1,30}$/.test(id))
    throw new UserError(`"${id}": an id is made of lower-case letters and digits.`);
  for (const address of [account, list]) {
    if (!URL.canParse(address) || new URL(address).protocol !== 'https:') {
      throw new UserError(`"${address}" is no https address.`);
    }
  }
  if (host && sign) throw new UserError('A CRM on any host (--sign) has no host pattern (--host).');
  const url = new URL(account);
  const encoded = encodeURIComponent(recordId);
  for (const where of ['path', 'hash'] as const) {
    const text = where === 'path' ? url.pathname : url.hash;
    if (recordId && text.split(/[/#]/).includes(encoded)) return { where, text };
  }
  throw new UserError(
    `The id "${recordId}" is no segment of the path or the hash of ${account}. ` +
      'For CRMs that name records in the query, copy lib/crm/dynamics.ts instead.',
  );
}
