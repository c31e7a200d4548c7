import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { z } from 'zod';

const CONTRACT = resolve(import.meta.dirname, 'lib/contract');
/** Constants that are made of much more than they are. */
const DISTILLED = [resolve(import.meta.dirname, 'lib/i18n/badge-messages.ts')];
const READERS = resolve(import.meta.dirname, 'lib/util/readers.ts');

/**
 * Puts plain functions in the place of the zod schemas of `lib/contract`: the worker starts anew again and again, and
 * zod would take a third of its start. The schemas stay the only source; a test compares both. While developing, a
 * changed schema counts from the next start of the build on. Other constants are worked out in the same way.
 */
export function compiledContract(): Plugin {
  return {
    name: 'compiled-contract',
    enforce: 'pre',
    async transform(_, id) {
      const [path = ''] = id.split('?');
      const isContract = path.startsWith(join(CONTRACT, '/')) && path.endsWith('.ts');
      if (!isContract && !DISTILLED.includes(path)) return null;
      const exported: Record<string, unknown> = await import(pathToFileURL(path).href);
      // A file with functions is code: what it imports is compiled.
      if (Object.values(exported).some((value) => typeof value === 'function')) return null;
      return { code: compiledModule(exported), map: null };
    },
  };
}

/** Source of a module that exports the same constants, and readers for schemas. */
function compiledModule(exported: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(exported).map(
    ([name, value]) => `export const ${name} = ${printValue(value)};`,
  );
  return [`import * as read from ${JSON.stringify(pathToFileURL(READERS).pathname)};`, ...lines].join('\n');
}

/** Source of a constant, in which each schema is a reader; `read` stands for what `lib/util/readers.ts` exports. */
export function printValue(value: unknown): string {
  if (value instanceof z.core.$ZodType) return `/* @__PURE__ */ read.schema(() => ${print(value)})`;
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return printObject(Object.entries(value).map(([key, item]) => [key, printValue(item)]));
}

function printObject(entries: readonly (readonly [key: string, code: string])[]): string {
  return `{ ${entries.map(([key, code]) => `${JSON.stringify(key)}: ${code}`).join(', ')} }`;
}

/** @throws Error for what no schema of the extension has needed so far */
function print(type: z.core.$ZodType): string {
  const { def } = (type as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return `read.text(${printTextSteps(def).join(', ')})`;
    case 'number':
      return printNumber(def);
    case 'boolean':
      return 'read.flag';
    case 'enum':
      return `read.oneOf(${Object.values(def.entries).map(printConstant).join(', ')})`;
    case 'literal':
      return `read.oneOf(${def.values.map(printConstant).join(', ')})`;
    case 'nullable':
      return `read.nullable(${print(def.innerType)})`;
    case 'optional':
      return `read.optional(${print(def.innerType)})`;
    case 'catch':
      return `read.fallback(${print(def.innerType)}, () => (${printConstant(def.catchValue({} as never))}))`;
    case 'array':
      return `read.list(${print(def.element)}, ${printBounds(def.checks)})`;
    case 'tuple':
      if (def.rest !== null) throw unknown('tuple with a rest');
      return `read.tuple(${def.items.map(print).join(', ')})`;
    case 'record':
      return printRecord(def);
    case 'union':
      return printUnion(def);
    case 'object':
      return printFields(def);
    default:
      throw unknown(def.type);
  }
}

function unknown(what: string): Error {
  return new Error(
    `A schema of lib/contract has a ${what}: teach it to wxt.contract.ts and lib/util/readers.ts.`,
  );
}

function printConstant(value: unknown): string {
  const text = JSON.stringify(value);
  if (value !== undefined && text === undefined) throw unknown('constant that is no JSON');
  return text ?? 'undefined';
}

type Checks = z.core.$ZodTypeDef['checks'];
const checksOf = (checks: Checks) => (checks ?? []).map((check) => (check as z.core.$ZodChecks)._zod.def);

/** The formats of which a pattern says all. */
const PATTERNS: readonly string[] = [
  'regex',
  'includes',
  'starts_with',
  'uuid',
  'date',
  'datetime',
  'base64',
];
const TRIAL = ' Ä.Example ';

function printTextSteps(def: z.core.$ZodStringDef): string[] {
  const own = 'check' in def ? [def as unknown as z.core.$ZodCheckStringFormatDef] : [];
  return [...own, ...checksOf(def.checks)].flatMap((check, i, all) => {
    const former = all[i - 1];
    switch (check.check) {
      case 'min_length':
        // Told with what comes next.
        return all[i + 1]?.check === 'max_length' ? [] : `read.sized(${check.minimum})`;
      case 'max_length':
        return `read.sized(${former?.check === 'min_length' ? former.minimum : 0}, ${check.maximum})`;
      case 'length_equals':
        return `read.exactly(${check.length})`;
      case 'overwrite':
        if (check.tx(TRIAL) === TRIAL.toLowerCase()) return 'read.lower';
        if (check.tx(TRIAL) === TRIAL.trim()) return 'read.trimmed';
        throw unknown('text that is changed');
      case 'string_format': {
        const pattern = check.pattern ?? z.core.regexes[check.format as 'base64'];
        if (!PATTERNS.includes(check.format) || !(pattern instanceof RegExp)) throw unknown(check.format);
        return `read.like(${pattern})`;
      }
      default:
        throw unknown(`text with the check ${check.check}`);
    }
  });
}

function printNumber(def: z.core.$ZodNumberDef): string {
  const whole = 'format' in def;
  if (whole && def.format !== 'safeint') throw unknown(`number of the format ${def.format}`);
  return `read.${whole ? 'int' : 'number'}(${printBounds(def.checks)})`;
}

/** Lowest and highest number, or shortest and longest length. */
function printBounds(checks: Checks): string {
  const bounds = checksOf(checks).map((check): [string, string] => {
    switch (check.check) {
      case 'greater_than':
      case 'less_than':
        if (!check.inclusive) throw unknown('bound that is not inclusive');
        return [check.check === 'less_than' ? 'max' : 'min', String(check.value)];
      case 'min_length':
        return ['min', String(check.minimum)];
      case 'max_length':
        return ['max', String(check.maximum)];
      default:
        throw unknown(`check ${check.check}`);
    }
  });
  return bounds.length === 0 ? '' : printObject(bounds);
}

function printRecord(def: z.core.$ZodRecordDef): string {
  const { partial } = def as { partial?: boolean };
  const complete = def.keyType._zod.values !== undefined && !partial;
  if (complete || def.mode === 'loose') throw unknown('record that must have certain keys');
  return `read.record(${print(def.keyType)}, ${print(def.valueType)})`;
}

function printUnion(def: z.core.$ZodUnionDef & { discriminator?: string }): string {
  const { discriminator } = def;
  if (discriminator === undefined) return `read.firstOf(${def.options.map(print).join(', ')})`;
  const options = def.options.flatMap((option) =>
    [...(option._zod.propValues?.[discriminator] ?? [])].map(
      (value) => `[${printConstant(value)}, ${print(option)}]`,
    ),
  );
  return `read.tagged(${JSON.stringify(discriminator)}, [${options.join(', ')}])`;
}

function printFields(def: z.core.$ZodObjectDef): string {
  if (def.catchall || def.checks?.length) throw unknown('object with more than fields');
  const fields = Object.entries(def.shape);
  const omittable = fields.filter(([, { _zod }]) => _zod.optin === 'optional' && _zod.optout === 'optional');
  const names = omittable.map(([key]) => JSON.stringify(key));
  const more = names.length > 0 ? `, [${names.join(', ')}]` : '';
  return `read.object(${printObject(fields.map(([key, type]) => [key, print(type)]))}${more})`;
}
