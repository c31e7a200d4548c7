import { describe, expect, it } from 'vitest';
import { loadCrmCases } from '../../tests/support/load-crm-cases.ts';
import { matchUrl } from './index.ts';
import { recordUrls } from './record-urls.ts';
import { newTaskUrl } from './task-urls.ts';

const cases = await loadCrmCases();
const pages = [...cases].flatMap(([crm, urls]) =>
  urls.flatMap(({ url, settings }) => {
    const record = matchUrl(url, settings);
    const [page] = record?.crm === crm ? recordUrls(record, [new URL(url).origin]) : [];
    return record && page ? [{ crm, record, page }] : [];
  }),
);
const forms = pages.flatMap(({ crm, record, page }) => {
  const form = newTaskUrl(record, page);
  return form === null ? [] : [{ crm, record, page, form }];
});

describe('forms for a new task', () => {
  it('are known for the CRMs most people use', () => {
    const known = new Set(forms.map(({ crm }) => crm));
    for (const crm of ['salesforce', 'hubspot', 'dynamics', 'samplecrm']) expect(known).toContain(crm);
  });

  it.each(forms)('stay in the CRM: $form', ({ page, form }) => {
    expect(new URL(form).origin).toBe(new URL(page).origin);
    expect(form).not.toBe(page);
  });

  it('open over a page that is no record, or over the same record', () => {
    for (const { record, form } of forms) expect([null, record]).toContainEqual(matchUrl(form));
  });

  it('do not exist where they are not known', () => {
    const record = { crm: 'attio', instance: 'acme', object: 'account', id: '1' } as const;
    expect(newTaskUrl(record, 'https://app.attio.com/acme/company/1/overview')).toBeNull();
    expect(newTaskUrl({ ...record, crm: 'constructor' }, 'https://x.example/')).toBeNull();
    expect(newTaskUrl({ ...record, crm: 'hubspot', object: 'contact' }, 'https://x.example/')).toBeNull();
  });

  it('carry hostile ids as text', () => {
    const record = { crm: 'samplecrm', instance: '-', object: 'account', id: '../x&y=#z' } as const;
    expect(newTaskUrl(record, 'http://sample-crm.localhost:4811/accounts/1')).toBe(
      'http://sample-crm.localhost:4811/tasks/new?account=..%2Fx%26y%3D%23z',
    );
  });
});
