import { normalizeRecord } from '../../../lib/crm/normalize-record.ts';
import { formatRecordKey, RECORD_OBJECTS, type RecordObject } from '../../../lib/util/record-key.ts';
import { oneOf, required, text } from '../fields.ts';
import { FieldProblem } from '../row-problem.ts';
import type { Kind } from './kind.ts';
import { unknownAccount } from './unknown-account.ts';

export const recordKeys: Kind = {
  name: 'record-keys',
  fields: [
    { column: 'crm', type: 'text', parse: required(text) },
    { column: 'instance', type: 'text', parse: required(text) },
    { column: 'object', type: 'text', parse: required(oneOf('object', RECORD_OBJECTS)) },
    { column: 'id', type: 'text', parse: required(text) },
    { column: 'account_id', type: 'text', parse: required(text) },
  ],
  derived: {
    columns: [{ column: 'record_key', type: 'text' }],
    derive(values) {
      const record = normalizeRecord({
        crm: String(values.crm),
        instance: String(values.instance),
        object: values.object as RecordObject,
        id: String(values.id),
      });
      if (!('problem' in record)) return [formatRecordKey(record)];
      return { column: record.column, problem: new FieldProblem(record.problem, record.fix) };
    },
  },
  key: ['record_key'],
  sameIfEqual: ['account_id'],
  checks: [unknownAccount],
  target: {
    table: 'record_keys',
    key: ['record_key'],
    columns: { record_key: 's.record_key', account_id: 's.account_id', object: 's.object' },
  },
};
