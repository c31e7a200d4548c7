import { ROLES } from '../../../lib/contract/me.ts';
import { list, oneOf, optional, required, text } from '../fields.ts';
import type { ImportContext } from '../import-context.ts';
import type { Kind } from './kind.ts';

export const people = (context: ImportContext): Kind => ({
  name: 'people',
  fields: [
    { column: 'person_id', type: 'text', parse: required(text) },
    { column: 'name', type: 'text', parse: required(text) },
    { column: 'email', type: 'text', parse: text, mayLack: true },
    { column: 'phone', type: 'text', parse: text, mayLack: true },
    { column: 'pool', type: 'text', parse: required(oneOf('pool', context.pools)) },
    { column: 'team', type: 'text', parse: optional(text), mayLack: true },
    { column: 'role', type: 'text', parse: required(oneOf('role', ROLES)) },
    { column: 'territories', type: 'text[]', parse: list(text), mayLack: true },
  ],
  key: ['person_id'],
  checks: [],
  target: {
    table: 'people',
    key: ['person_id'],
    columns: {
      person_id: 's.person_id',
      name: 's.name',
      email: 's.email',
      phone: 's.phone',
      pool: 's.pool',
      team: 's.team',
      role: 's.role',
      territories: 's.territories',
    },
  },
});
