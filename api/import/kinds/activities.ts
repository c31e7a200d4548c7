import { integer, oneOf, optional, pastDate, required, text } from '../fields.ts';
import type { ImportContext } from '../import-context.ts';
import { splitGroupEvent } from './group-event.ts';
import type { Kind } from './kind.ts';
import { unknownAccount } from './unknown-account.ts';

const MOST_PER_LINE = 1_000_000;

export const activities = (context: ImportContext): Kind => ({
  name: 'activities',
  fields: [
    { column: 'source', type: 'text', parse: required(text) },
    { column: 'external_id', type: 'text', parse: required(text) },
    { column: 'account_id', type: 'text', parse: text },
    { column: 'occurred_on', type: 'date', parse: required(pastDate(context.today)) },
    { column: 'type', type: 'text', parse: required(oneOf('activity type', context.activityTypes.keys())) },
    { column: 'count', type: 'integer', parse: required(integer(0, MOST_PER_LINE)) },
    { column: 'minutes', type: 'integer', parse: optional(integer(0, MOST_PER_LINE)), mayLack: true },
    { column: 'cause', type: 'text', parse: required(oneOf('cause', ['customer', 'own_fault'])) },
    // Made by `expand`, never written by people.
    { column: 'group_of', type: 'text', parse: optional(text), mayLack: true },
  ],
  expand: (row) => splitGroupEvent(context, row),
  derived: {
    columns: [
      { column: 'pool', type: 'text' },
      { column: 'month', type: 'text' },
    ],
    derive: ({ type, occurred_on }) => [
      context.activityTypes.get(String(type)) ?? '',
      String(occurred_on).slice(0, 7),
    ],
  },
  key: ['source', 'external_id'],
  checks: [
    unknownAccount,
    {
      where: `not exists (select 1 from capacity_rates r where r.pool = s.pool and r.valid_from <= s.occurred_on)`,
      column: 'occurred_on',
      reason: `coalesce(
        'The first capacity rate of pool ' || s.pool || ' holds from '
          || (select min(r.valid_from) from capacity_rates r where r.pool = s.pool) || ' on.',
        'There is no capacity rate for pool ' || s.pool || '.')`,
      fix: `'Add a rate valid on ' || s.occurred_on || ' to capacity-rates.csv; there is no default rate.'`,
    },
  ],
  target: {
    table: 'activities',
    key: ['account_id', 'source', 'external_id'],
    naturalKey: ['source', 'external_id'],
    columns: {
      account_id: 's.account_id',
      source: 's.source',
      external_id: 's.external_id',
      occurred_on: 's.occurred_on',
      month: 's.month',
      type: 's.type',
      count: 's.count',
      minutes: 's.minutes',
      cause: 's.cause',
      group_of: 's.group_of',
    },
  },
  after: [
    // Who no longer takes part in an event leaves it, and an event of one account is no group.
    `delete from activities a using stage_activities s
     where s.source = a.source and (s.group_of is not null or a.group_of is not null)
       and coalesce(s.group_of, s.external_id) = coalesce(a.group_of, a.external_id)
       and not exists (select 1 from stage_activities t where t.source = a.source
         and t.external_id = a.external_id and t.account_id = a.account_id)`,
  ],
});
