import {
  currency,
  date,
  decimal,
  integer,
  month,
  notNegative,
  oneOf,
  optional,
  required,
} from '../fields.ts';
import type { ImportContext } from '../import-context.ts';
import type { Kind } from './kind.ts';

const MINUTES_PER_MONTH_MAX = 1_000_000_000;

export const capacityRates = (context: ImportContext): Kind => ({
  name: 'capacity-rates',
  fields: [
    { column: 'pool', type: 'text', parse: required(oneOf('pool', context.pools)) },
    { column: 'valid_from', type: 'date', parse: required(date) },
    { column: 'rate', type: 'numeric', parse: required(notNegative(decimal)) },
    {
      column: 'practical_minutes_per_month',
      type: 'integer',
      parse: optional(integer(0, MINUTES_PER_MONTH_MAX)),
      mayLack: true,
    },
  ],
  key: ['pool', 'valid_from'],
  checks: [],
  target: {
    table: 'capacity_rates',
    key: ['pool', 'valid_from'],
    columns: {
      pool: 's.pool',
      valid_from: 's.valid_from',
      rate: 's.rate',
      practical_minutes_per_month: 's.practical_minutes_per_month',
    },
  },
});

export const exchangeRates: Kind = {
  name: 'exchange-rates',
  fields: [
    { column: 'month', type: 'text', parse: required(month) },
    { column: 'currency', type: 'text', parse: required(currency) },
    { column: 'rate', type: 'numeric', parse: required(notNegative(decimal)) },
  ],
  key: ['month', 'currency'],
  checks: [
    {
      where: 's.rate = 0',
      column: 'rate',
      reason: `'An exchange rate of zero would make all amounts zero.'`,
      fix: `'Write what one ' || s.currency || ' is worth in the company currency.'`,
    },
    {
      where: 's.rate <> 1 and s.currency = (select currency from company)',
      column: 'rate',
      reason: `s.currency || ' is the currency of the books; its rate is 1.'`,
      fix: `'Remove the row.'`,
    },
  ],
  target: {
    table: 'exchange_rates',
    key: ['month', 'currency'],
    columns: { month: 's.month', currency: 's.currency', rate: 's.rate' },
  },
};
