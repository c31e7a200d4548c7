import { currency, required, text } from '../fields.ts';
import type { Kind } from './kind.ts';

export const company: Kind = {
  name: 'company',
  fields: [
    { column: 'name', type: 'text', parse: required(text) },
    { column: 'currency', type: 'text', parse: required(currency) },
  ],
  key: [],
  checks: [
    {
      where:
        'exists (select 1 from money_lines) and exists (select 1 from company c where c.currency <> s.currency)',
      column: 'currency',
      reason: `'The figures already imported are kept in ' || (select currency from company) || '.'`,
      fix: `'Keep the currency, or import into a new data directory.'`,
    },
  ],
  target: {
    table: 'company',
    key: ['only_one'],
    columns: { only_one: 'true', name: 's.name', currency: 's.currency' },
  },
};
