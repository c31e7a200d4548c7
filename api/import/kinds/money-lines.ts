import { currency, decimal, oneOf, pastDate, required, text } from '../fields.ts';
import type { ImportContext } from '../import-context.ts';
import type { Kind, RowCheck } from './kind.ts';
import { unknownAccount } from './unknown-account.ts';

const COMPANY_CURRENCY = '(select currency from company)';
const RATE = `(select rate from exchange_rates r
  where r.currency = s.currency and r.month = s.month)`;

/** A policy of constant rates needs one of its base month as well (domain §4). */
const noBaseRate = (month: string): RowCheck => ({
  where: `s.currency <> ${COMPANY_CURRENCY} and not exists (
    select 1 from exchange_rates r where r.currency = s.currency and r.month = '${month}')`,
  column: 'currency',
  reason: `'There is no exchange rate for ' || s.currency || ' in ${month}, the base month of the policy.'`,
  fix: `'Add month, currency and rate to exchange-rates.csv, or choose another fxBaseMonth.'`,
});

/** Each line is converted at the rate of its booking month and rounded once, here (domain §4). */
export const moneyLines = (context: ImportContext): Kind => ({
  name: 'money-lines',
  fields: [
    { column: 'source', type: 'text', parse: required(text) },
    { column: 'external_id', type: 'text', parse: required(text) },
    { column: 'account_id', type: 'text', parse: required(text) },
    { column: 'booked_on', type: 'date', parse: required(pastDate(context.today)) },
    { column: 'kind', type: 'text', parse: required(oneOf('kind of money', context.moneyKinds)) },
    { column: 'amount', type: 'numeric', parse: required(decimal) },
    { column: 'currency', type: 'text', parse: required(currency) },
  ],
  derived: {
    columns: [{ column: 'month', type: 'text' }],
    derive: (values) => [String(values.booked_on).slice(0, 7)],
  },
  key: ['source', 'external_id'],
  checks: [
    unknownAccount,
    {
      where: 'not exists (select 1 from company)',
      column: 'currency',
      reason: `'The currency of the books is not known yet.'`,
      fix: `'Import company.csv (name,currency) first or together with this file.'`,
    },
    {
      where: `s.currency <> ${COMPANY_CURRENCY} and ${RATE} is null`,
      column: 'currency',
      reason: `'There is no exchange rate for ' || s.currency || ' in ' || s.month || '.'`,
      fix: `'Add month, currency and rate to exchange-rates.csv, or correct the currency.'`,
    },
    ...(context.fxBase === null ? [] : [noBaseRate(context.fxBase)]),
  ],
  target: {
    table: 'money_lines',
    key: ['account_id', 'source', 'external_id'],
    naturalKey: ['source', 'external_id'],
    columns: {
      account_id: 's.account_id',
      source: 's.source',
      external_id: 's.external_id',
      booked_on: 's.booked_on',
      month: 's.month',
      kind: 's.kind',
      cents: `half_even_cents(s.amount * case when s.currency = ${COMPANY_CURRENCY} then 1 else ${RATE} end)`,
      amount: 's.amount',
      currency: 's.currency',
      rate: `case when s.currency = ${COMPANY_CURRENCY} then 1 else ${RATE} end`,
    },
  },
});
