import { describe, expect, it } from 'vitest';
import { loadCrmCases } from '../../tests/support/load-crm-cases.ts';
import { matchUrl } from './index.ts';

for (const [crm, cases] of await loadCrmCases()) {
  describe(crm, () => {
    it.each(cases)('$note: $url', ({ url, expect: wanted, settings }) => {
      const record = matchUrl(url, settings);
      if (wanted) expect(record).toMatchObject({ crm, ...wanted });
      else expect(record?.object).not.toBe('account');
    });
  });
}
