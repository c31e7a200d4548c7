import { formatRecordKey, RECORD_OBJECTS, type RecordObject } from '../../../lib/util/record-key.ts';
import { toSalesforceId18 } from '../../../lib/util/salesforce-id.ts';
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
      const crm = String(values.crm);
      const salesforce = crm === 'salesforce';
      const id = salesforce ? toSalesforceId18(String(values.id)) : String(values.id);
      if (id === null) {
        return {
          column: 'id',
          problem: new FieldProblem(
            'This is not a Salesforce id.',
            'Write the 15 or 18 characters as Salesforce shows them, with upper and lower case.',
          ),
        };
      }
      const instance = salesforce ? String(values.instance).toLowerCase() : String(values.instance);
      return [formatRecordKey({ crm, instance, object: values.object as RecordObject, id })];
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
