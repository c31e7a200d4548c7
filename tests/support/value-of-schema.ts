import type { z } from 'zod';

type Random = (below: number) => number;

const TEXTS = [
  '',
  'x',
  'ÄB c.Example',
  'a'.repeat(101),
  'a'.repeat(2_001),
  '2026-02-28',
  '2026-02-30',
  '2026-07-01T08:00:00.000Z',
  '1.2.3',
  '/accounts/{id}',
  '0b8f9a52-7a3f-4c2e-9d0b-6f1f5a9c1e11',
  'https://tierlens.invalid/problems/forbidden',
  `${'A'.repeat(43)}=`,
  '0123456789abcdef',
  '0123456789abcdef'.repeat(4),
];
const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  0.5,
  1e300,
  Number.NaN,
  '',
  'odd',
  [],
  {},
  [1],
];

/** A value that a schema may well take, with an odd one in about `oddity` of a hundred places. */
export function valueOfSchema(type: z.core.$ZodType, random: Random, oddity: number): unknown {
  if (random(100) < oddity) return ODD[random(ODD.length)];
  const inner = (child: z.core.$ZodType) => valueOfSchema(child, random, oddity);
  const of = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  const { def } = (type as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return of(fitting(type, TEXTS));
    case 'number':
      return of(fitting(type, [0, 1, 7, 0.25, -3, 2_000]));
    case 'boolean':
      return of([true, false]);
    case 'enum':
      return of(Object.values(def.entries));
    case 'literal':
      return of(def.values);
    case 'optional':
    case 'catch':
      return random(4) === 0 ? undefined : inner(def.innerType);
    case 'nullable':
      return random(4) === 0 ? null : inner(def.innerType);
    case 'array':
      return Array.from({ length: random(4) }, () => inner(def.element));
    case 'tuple':
      return def.items.map(inner);
    case 'record':
      return Object.fromEntries(
        Array.from({ length: random(3) }, () => [inner(def.keyType), inner(def.valueType)]),
      );
    case 'union':
      return inner(of(def.options));
    case 'object': {
      const entries = Object.entries(def.shape).map(([key, child]) => [key, inner(child)] as const);
      // A field may be missing, or be there and undefined.
      const kept = entries.filter(([, value]) => value !== undefined || random(3) === 0);
      return Object.fromEntries(random(4) === 0 ? [...kept, ['unknown', 1]] : kept);
    }
    default:
      throw new Error(`no value for ${def.type}`);
  }
}

/** Those the schema takes, where there are any. */
function fitting(type: z.core.$ZodType, values: readonly unknown[]): readonly unknown[] {
  const good = values.filter((value) => (type as z.ZodType).safeParse(value).success);
  return good.length > 0 ? good : values;
}
