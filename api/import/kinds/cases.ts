import {
  date,
  decimal,
  integer,
  list,
  month,
  notNegative,
  oneOf,
  optional,
  required,
  text,
} from '../fields.ts';
import type { ImportContext } from '../import-context.ts';
import type { Kind } from './kind.ts';
import { unknownAccount } from './unknown-account.ts';

/** Longest horizon of a toleration (domain §12.2). */
const MAX_QUARTERS = 12;

export const cases = (context: ImportContext): Kind => ({
  name: 'cases',
  fields: [
    { column: 'account_id', type: 'text', parse: required(text) },
    {
      column: 'kind',
      type: 'text',
      parse: required(oneOf('kind of case', ['development', 'multiplier', 'strategic'])),
    },
    { column: 'start', type: 'text', parse: required(month) },
    { column: 'horizon_quarters', type: 'integer', parse: required(integer(1, MAX_QUARTERS)) },
    { column: 'budget', type: 'numeric', parse: required(notNegative(decimal)) },
    { column: 'plan', type: 'numeric[]', parse: required(list(decimal)) },
    { column: 'level', type: 'text', parse: optional(oneOf('level', context.levels)) },
    { column: 'sponsor', type: 'text', parse: text },
    { column: 'approver', type: 'text', parse: required(text) },
    { column: 'approved_on', type: 'date', parse: required(date) },
  ],
  key: ['account_id', 'kind', 'start'],
  checks: [unknownAccount],
  target: {
    table: 'cases',
    key: ['account_id', 'kind', 'start_month'],
    columns: {
      account_id: 's.account_id',
      kind: 's.kind',
      start_month: 's.start',
      horizon_quarters: 's.horizon_quarters',
      budget_cents: 'half_even_cents(s.budget)',
      plan_cents: `array(select half_even_cents(amount)
        from unnest(s.plan) with ordinality as planned (amount, quarter) order by quarter)`,
      level: 's.level',
      sponsor: 's.sponsor',
      approver: 's.approver',
      approved_on: 's.approved_on',
    },
  },
});

export const decisions: Kind = {
  name: 'decisions',
  fields: [
    { column: 'account_id', type: 'text', parse: required(text) },
    {
      column: 'kind',
      type: 'text',
      parse: required(oneOf('kind of decision', ['exit', 'reprice', 'repackage', 'reassign'])),
    },
    { column: 'decided_on', type: 'date', parse: required(date) },
    { column: 'deadline', type: 'date', parse: required(date) },
    { column: 'decided_by', type: 'text', parse: required(text) },
  ],
  key: ['account_id', 'kind', 'decided_on'],
  checks: [
    unknownAccount,
    {
      where: 's.deadline < s.decided_on',
      column: 'deadline',
      reason: `'The deadline lies before the decision.'`,
      fix: `'Correct one of the two dates.'`,
    },
  ],
  target: {
    table: 'decisions',
    key: ['account_id', 'kind', 'decided_on'],
    columns: {
      account_id: 's.account_id',
      kind: 's.kind',
      decided_on: 's.decided_on',
      deadline: 's.deadline',
      decided_by: 's.decided_by',
    },
  },
};
