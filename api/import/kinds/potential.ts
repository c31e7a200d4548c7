import { date, decimal, notNegative, oneOf, optional, pastDate, required, share, text } from '../fields.ts';
import type { ImportContext } from '../import-context.ts';
import type { Kind } from './kind.ts';
import { unknownAccount } from './unknown-account.ts';

/** What a customer buys of our kind in a year from anybody, and how much of it can be won (domain §12.4 no. 1). */
export const wallets = (context: ImportContext): Kind => ({
  name: 'wallets',
  fields: [
    { column: 'account_id', type: 'text', parse: required(text) },
    { column: 'estimated_on', type: 'date', parse: required(pastDate(context.today)) },
    { column: 'wallet', type: 'numeric', parse: required(notNegative(decimal)) },
    { column: 'margin', type: 'numeric', parse: required(share) },
    { column: 'attainable_share', type: 'numeric', parse: required(share) },
    { column: 'confidence', type: 'text', parse: required(oneOf('confidence', ['high', 'medium', 'low'])) },
  ],
  key: ['account_id', 'estimated_on'],
  checks: [unknownAccount],
  target: {
    table: 'wallets',
    key: ['account_id', 'estimated_on'],
    columns: {
      account_id: 's.account_id',
      estimated_on: 's.estimated_on',
      wallet_cents: 'half_even_cents(s.wallet)',
      margin: 's.margin',
      attainable_share: 's.attainable_share',
      confidence: 's.confidence',
    },
  },
});

/** Open offers with the probability of their stage (domain §12.4 no. 2). Amounts in the company's currency. */
export const opportunities = (context: ImportContext): Kind => ({
  name: 'opportunities',
  fields: [
    { column: 'source', type: 'text', parse: required(text) },
    { column: 'external_id', type: 'text', parse: required(text) },
    { column: 'account_id', type: 'text', parse: required(text) },
    { column: 'recorded_on', type: 'date', parse: required(pastDate(context.today)) },
    { column: 'amount', type: 'numeric', parse: required(notNegative(decimal)) },
    { column: 'probability', type: 'numeric', parse: required(share) },
    { column: 'margin', type: 'numeric', parse: required(share) },
    { column: 'closed_on', type: 'date', parse: optional(date), mayLack: true },
  ],
  key: ['source', 'external_id'],
  checks: [
    unknownAccount,
    {
      where: 's.closed_on < s.recorded_on',
      column: 'closed_on',
      reason: `'The end lies before the day it was recorded.'`,
      fix: `'Correct one of the two dates.'`,
    },
  ],
  target: {
    table: 'opportunities',
    key: ['account_id', 'source', 'external_id'],
    naturalKey: ['source', 'external_id'],
    columns: {
      account_id: 's.account_id',
      source: 's.source',
      external_id: 's.external_id',
      recorded_on: 's.recorded_on',
      closed_on: 's.closed_on',
      cents: 'half_even_cents(s.amount)',
      probability: 's.probability',
      margin: 's.margin',
    },
  },
});

/** Products a customer holds and the DB II they bring in a year (domain §12.4 no. 3). */
export const productsHeld = (context: ImportContext): Kind => ({
  name: 'products-held',
  fields: [
    { column: 'account_id', type: 'text', parse: required(text) },
    { column: 'product', type: 'text', parse: required(text) },
    { column: 'recorded_on', type: 'date', parse: required(pastDate(context.today)) },
    { column: 'db2', type: 'numeric', parse: required(decimal) },
  ],
  key: ['account_id', 'product', 'recorded_on'],
  checks: [unknownAccount],
  target: {
    table: 'products_held',
    key: ['account_id', 'product', 'recorded_on'],
    columns: {
      account_id: 's.account_id',
      product: 's.product',
      recorded_on: 's.recorded_on',
      db2_cents: 'half_even_cents(s.db2)',
    },
  },
});
