import { date, decimal, notNegative, oneOf, optional, required, text, yesNo } from '../fields.ts';
import type { ImportContext } from '../import-context.ts';
import { FieldProblem } from '../row-problem.ts';
import type { Kind, RowCheck } from './kind.ts';

const person = (column: 'owner' | 'deputy'): RowCheck => ({
  where: `s.${column} is not null and not exists (select 1 from people p where p.person_id = s.${column})`,
  column,
  reason: `'There is no person ' || s.${column} || '.'`,
  fix: `'Add the person to people.csv, or correct the id.'`,
});

const seasonOf = (seasons: ReadonlySet<string>) =>
  seasons.size > 0
    ? oneOf('season', seasons)
    : () =>
        new FieldProblem(
          'The policy describes no seasons.',
          'Describe it under seasons, or leave the field empty.',
        );

export const accounts = (context: ImportContext): Kind => ({
  name: 'accounts',
  fields: [
    { column: 'account_id', type: 'text', parse: required(text) },
    { column: 'name', type: 'text', parse: required(text) },
    { column: 'territory', type: 'text', parse: required(text) },
    { column: 'owner', type: 'text', parse: optional(text), mayLack: true },
    { column: 'deputy', type: 'text', parse: optional(text), mayLack: true },
    { column: 'parent', type: 'text', parse: optional(text), mayLack: true },
    { column: 'since', type: 'date', parse: optional(date), mayLack: true },
    { column: 'potential', type: 'numeric', parse: optional(notNegative(decimal)), mayLack: true },
    { column: 'multiplier', type: 'boolean', parse: yesNo, mayLack: true },
    { column: 'multiplier_until', type: 'date', parse: optional(date), mayLack: true },
    {
      column: 'assigned_level',
      type: 'text',
      parse: optional(oneOf('level', context.levels)),
      mayLack: true,
    },
    { column: 'website', type: 'text', parse: text, mayLack: true },
    { column: 'closed_on', type: 'date', parse: optional(date), mayLack: true },
    { column: 'industry', type: 'text', parse: text, mayLack: true },
    { column: 'size_class', type: 'text', parse: text, mayLack: true },
    { column: 'seasonal', type: 'boolean', parse: yesNo, mayLack: true },
    { column: 'season', type: 'text', parse: optional(seasonOf(context.seasons)), mayLack: true },
  ],
  key: ['account_id'],
  checks: [person('owner'), person('deputy')],
  checkFurther: 'account-tree',
  target: {
    table: 'accounts',
    key: ['account_id'],
    columns: {
      account_id: 's.account_id',
      name: 's.name',
      territory: 's.territory',
      owner: 's.owner',
      deputy: 's.deputy',
      parent: 's.parent',
      since: 's.since',
      potential_cents: 'half_even_cents(coalesce(s.potential, 0))',
      multiplier: 's.multiplier',
      multiplier_until: 's.multiplier_until',
      assigned_level: 's.assigned_level',
      website: 's.website',
      closed_on: 's.closed_on',
      industry: 's.industry',
      size_class: 's.size_class',
      seasonal: 's.seasonal',
      season: 's.season',
    },
  },
  after: [
    'insert into territories select distinct territory from accounts on conflict do nothing',
    `delete from territories t where not exists (select 1 from accounts a where a.territory = t.territory)`,
    // Dated: the first assignment holds since the customer came, a later one from the day of its import on.
    `insert into assigned_levels (account_id, valid_from, level)
     select a.account_id,
            case when latest.level is null then coalesce(a.since, date '1970-01-01') else date '${context.today}' end,
            a.assigned_level
     from accounts a left join lateral (
       select level from assigned_levels l where l.account_id = a.account_id order by valid_from desc limit 1
     ) latest on true
     where a.assigned_level is not null and a.assigned_level is distinct from latest.level
     on conflict (account_id, valid_from) do update set level = excluded.level`,
  ],
});
