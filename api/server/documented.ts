import { z } from '@hono/zod-openapi';

/**
 * An answer's schema for the OpenAPI document. The generator does not know zod's `catch`, which the contract
 * uses for words of newer versions, so zod itself writes the JSON Schema; the static type stays the schema's.
 */
export function documented<Schema extends z.ZodType>(schema: Schema): Schema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'output' });
  return json as unknown as Schema;
}
