import { z } from 'zod';
import { MANAGED_SHAPE } from '../contract/managed-settings.ts';

/** The JSON schema browsers check policies with; they refuse `additionalProperties` and `$schema` at the top. */
export function managedJsonSchema(): object {
  const properties = Object.entries(MANAGED_SHAPE).map(([key, schema]) => {
    const { $schema: _, additionalProperties: __, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return [key, rest];
  });
  return { type: 'object', properties: Object.fromEntries(properties) };
}
