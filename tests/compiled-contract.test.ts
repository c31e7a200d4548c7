import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as readers from '../lib/util/readers.ts';
import { printValue } from '../wxt.contract.ts';
import { createRandom } from './support/random-portfolio.ts';
import { projectRoot } from './support/source-files.ts';
import { valueOfSchema } from './support/value-of-schema.ts';

const VALUES = 300;
/** What only the API reads: the extension has no use for it. */
const API_ONLY = ['policy-document.ts', 'policies.ts', 'portfolio.ts'];

const folder = join(projectRoot, 'lib/contract');
const files = readdirSync(folder).filter((file) => /(?<!\.test)\.ts$/.test(file) && !API_ONLY.includes(file));
const modules = await Promise.all(
  files.map(async (file) => {
    const exported: Record<string, unknown> = await import(join(folder, file));
    return Object.entries(exported).map(([name, value]) => ({ file, name, value }));
  }),
);
const constants = modules.flat().filter(({ value }) => typeof value !== 'function');
const schemas = constants.flatMap(({ file, name, value }) =>
  value instanceof z.ZodType ? [{ file, name, schema: value }] : [],
);

/** The constant as it stands in the extension as built. */
function compiled(value: unknown): unknown {
  return new Function('read', `return ${printValue(value)};`)(readers);
}

function outcome(schema: Pick<z.ZodType, 'safeParse'>, value: unknown): unknown {
  const { success, data } = schema.safeParse(value);
  return success ? { data } : 'no';
}

describe('the compiled contract', () => {
  it.each(schemas)('reads $file $name as zod does', ({ name, schema }) => {
    const reader = compiled(schema) as z.ZodType;
    const random = createRandom(name.length);
    let taken = 0;
    for (let i = 0; i < VALUES; i++) {
      const value = valueOfSchema(schema, random, (i % 3) * 2);
      const expected = outcome(schema, value);
      if (expected !== 'no') taken++;
      expect(outcome(reader, value), JSON.stringify(value)).toStrictEqual(expected);
    }
    expect(taken, 'values that fit').toBeGreaterThan(VALUES / 4);
    if (!schema.safeParse(undefined).success) expect(VALUES - taken, 'values that do not').toBeGreaterThan(0);
  });

  it('has the same constants', () => {
    const plain = constants.filter(({ value }) => !(value instanceof z.ZodType) && !holdsSchemas(value));
    expect(plain.length).toBeGreaterThan(5);
    for (const { value } of plain) expect(compiled(value)).toStrictEqual(value);
  });

  it('throws where a value has to fit', () => {
    const reader = compiled(z.object({ a: z.int() })) as z.ZodType;
    expect(reader.parse({ a: 1, b: 2 })).toEqual({ a: 1 });
    expect(() => reader.parse({ a: 'x' })).toThrow(TypeError);
  });

  it('takes over no prototype', () => {
    const value = JSON.parse('{"__proto__": "x", "a": "y"}');
    expect(outcome(compiled(z.record(z.string(), z.string())) as z.ZodType, value)).toStrictEqual({
      data: { a: 'y' },
    });
  });

  it.each([
    ['a refinement', z.string().refine((text) => text !== 'x')],
    ['a refined object', z.object({}).refine(() => true)],
    ['a custom check', z.custom<string>(() => true)],
    ['a transform', z.string().transform((text) => text.length)],
    ['a default', z.string().default('x')],
    ['a strict object', z.strictObject({})],
    ['a record of all keys', z.record(z.enum(['a']), z.string())],
    ['a step', z.int().multipleOf(5)],
    ['an address', z.url()],
  ])('is not built with what nobody has taught it: %s', (_, schema) => {
    expect(() => printValue(schema)).toThrow('teach it');
  });
});

function holdsSchemas(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((item) => item instanceof z.ZodType)
  );
}
