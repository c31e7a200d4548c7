import { z } from 'zod';
import { PolicyDocument } from '../../lib/contract/policy-document.ts';

/** JSON Schema of the business concept, for editors; generated, so that it cannot differ from what is checked. */
export function policyJsonSchema(): string {
  const schema = z.toJSONSchema(PolicyDocument, { io: 'input', target: 'draft-7' });
  const titled = { ...schema, title: 'Tierlens business concept' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
