import { describe, expect, it } from 'vitest';
import { loadCrmCases } from '../../tests/support/load-crm-cases.ts';
import { matchUrl } from './index.ts';
import { recordUrls } from './record-urls.ts';

const account = (crm: string, instance: string, id: string) =>
  ({ crm, instance, object: 'account', id }) as const;
const cases = await loadCrmCases();
const pages = [...cases].flatMap(([crm, urls]) =>
  urls.flatMap(({ url, settings }) => {
    const record = matchUrl(url, settings);
    return record?.object === 'account' && record.crm === crm ? [{ url, record }] : [];
  }),
);

describe('addresses of records', () => {
  it.each(pages)('lead back to the record of $url', ({ url, record }) => {
    const found = recordUrls(record, [new URL(url).origin]).map((address) => matchUrl(address));
    if (found.length > 0) expect(found).toContainEqual(record);
  });

  it('are known for the CRMs most people use', () => {
    const known = new Set(
      pages.filter(({ record }) => recordUrls(record, []).length > 0).map((p) => p.record.crm),
    );
    for (const crm of ['salesforce', 'hubspot', 'dynamics', 'pipedrive', 'samplecrm'])
      expect(known).toContain(crm);
  });

  it('do not exist where the key does not tell', () => {
    expect(recordUrls(account('nothing', '-', '1'), [])).toEqual([]);
    expect(recordUrls(account('constructor', '-', '1'), [])).toEqual([]);
    expect(recordUrls({ ...account('hubspot', '1', '2'), object: 'contact' }, [])).toEqual([]);
    expect(recordUrls(account('espocrm', 'a b', '1'), [])).toEqual([]);
  });

  it('try the tabs first in which the CRM is open', () => {
    expect(recordUrls(account('samplecrm', '-', '7'), ['http://sample-crm.localhost:9'])).toEqual([
      'http://sample-crm.localhost:9/accounts/7',
      'http://sample-crm.localhost:4811/accounts/7',
    ]);
  });

  it('carry hostile ids as text', () => {
    expect(recordUrls(account('samplecrm', '-', '../x?y#z'), [])).toEqual([
      'http://sample-crm.localhost:4811/accounts/..%2Fx%3Fy%23z',
    ]);
  });
});
