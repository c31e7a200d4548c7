/**
 * What the schemas of the contract become in the extension as built (see `wxt.contract.ts`): functions that do what
 * zod does with them, for a fraction of its start-up time and of its time for each value.
 */

/** What a reader gives where a value does not fit. */
const MISFIT = Symbol('misfit');

/** Gives the value as the schema reads it, without what the schema does not name. */
type Read = (value: unknown) => unknown;
type TextStep = (text: string) => unknown;
type Bounds = { min?: number; max?: number };

/** As much of a zod schema as the extension uses; its functions are made when they are first needed. */
export function schema(make: () => Read) {
  let read: Read | null = null;
  const safeParse = (value: unknown) => {
    read ??= make();
    const data = read(value);
    return data === MISFIT
      ? { success: false, error: new TypeError('The value does not fit its schema.') }
      : { success: true, data };
  };
  const parse = (value: unknown) => {
    const { data, error } = safeParse(value);
    if (error) throw error;
    return data;
  };
  return { safeParse, parse };
}

export const text =
  (...steps: readonly TextStep[]): Read =>
  (value) => {
    let read: unknown = typeof value === 'string' ? value : MISFIT;
    for (let i = 0; i < steps.length && read !== MISFIT; i++) read = (steps[i] as TextStep)(read as string);
    return read;
  };

const passing =
  (passes: (text: string) => boolean): TextStep =>
  (text) =>
    passes(text) ? text : MISFIT;

/** A length between two, both included: one step for both, for lists of keys have hundreds of texts. */
export const sized =
  (least: number, most = Number.POSITIVE_INFINITY): TextStep =>
  (text) =>
    text.length >= least && text.length <= most ? text : MISFIT;
export const exactly = (length: number) => passing((text) => text.length === length);
export const like = (pattern: RegExp) => passing((text) => pattern.test(text));
export const lower: TextStep = (text) => text.toLowerCase();
export const trimmed: TextStep = (text) => text.trim();

export const number =
  ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Bounds = {}): Read =>
  (value) =>
    Number.isFinite(value) && (value as number) >= min && (value as number) <= max ? value : MISFIT;

export const int = (bounds?: Bounds): Read => {
  const read = number(bounds);
  return (value) => (Number.isSafeInteger(value) ? read(value) : MISFIT);
};

export const flag: Read = (value) => (typeof value === 'boolean' ? value : MISFIT);

export const oneOf = (...values: readonly unknown[]): Read => {
  const known = new Set(values);
  return (value) => (known.has(value) ? value : MISFIT);
};

export const nullable =
  (read: Read): Read =>
  (value) =>
    value === null ? null : read(value);

export const optional =
  (read: Read): Read =>
  (value) =>
    value === undefined ? undefined : read(value);

export const fallback =
  (read: Read, instead: () => unknown): Read =>
  (value) => {
    const found = read(value);
    return found === MISFIT ? instead() : found;
  };

export const firstOf =
  (...reads: readonly Read[]): Read =>
  (value) => {
    for (const read of reads) {
      const found = read(value);
      if (found !== MISFIT) return found;
    }
    return MISFIT;
  };

/** One of several objects, told apart by the value of one field. */
export const tagged = (tag: string, options: readonly (readonly [value: unknown, read: Read])[]): Read => {
  const reads = new Map(options);
  return (value) => (isObject(value) ? (reads.get(value[tag])?.(value) ?? MISFIT) : MISFIT);
};

export const list =
  (read: Read, { min = 0, max = Number.POSITIVE_INFINITY }: Bounds = {}): Read =>
  (value) => {
    if (!Array.isArray(value) || value.length < min || value.length > max) return MISFIT;
    return all(value, () => read);
  };

export const tuple =
  (...reads: readonly Read[]): Read =>
  (value) =>
    Array.isArray(value) && value.length === reads.length ? all(value, (i) => reads[i] as Read) : MISFIT;

function all(values: readonly unknown[], readAt: (index: number) => Read): unknown {
  const found: unknown[] = [];
  for (let i = 0; i < values.length; i++) {
    const item = readAt(i)(values[i]);
    if (item === MISFIT) return MISFIT;
    found.push(item);
  }
  return found;
}

/** @param omittable fields that stay away where the value has none */
export const object = (fields: Readonly<Record<string, Read>>, omittable: readonly string[] = []): Read => {
  const entries = Object.entries(fields).map(([key, read]) => ({ key, read, omit: omittable.includes(key) }));
  return (value) => {
    if (!isObject(value)) return MISFIT;
    const found: Record<string, unknown> = {};
    for (const { key, read, omit } of entries) {
      const present = key in value;
      if (omit && !present) continue;
      const field = read(value[key]);
      if (field === MISFIT) return MISFIT;
      if (present || field !== undefined) found[key] = field;
    }
    return found;
  };
};

export const record =
  (readKey: Read, read: Read): Read =>
  (value) => {
    if (!isObject(value)) return MISFIT;
    const found: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      if (name === '__proto__') continue;
      const [key, item] = [readKey(name), read(value[name])];
      if (key === MISFIT || item === MISFIT) return MISFIT;
      if (key !== '__proto__') found[key as string] = item;
    }
    return found;
  };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
