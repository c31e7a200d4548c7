import { createHash } from 'node:crypto';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';

/** JSON whose object keys stand in code-unit order, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => byCodeUnit(a, b)))
      : inner,
  );
}

/** SHA-256 of a value's canonical JSON, as hex. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** The same over a sequence that would be too long for one text. */
export function hashOfAll(values: Iterable<unknown>): string {
  const hash = createListHash();
  for (const value of values) hash.add(value);
  return hash.digest();
}

/** The same over values that come one by one. */
export function createListHash(): { add(value: unknown): void; digest(): string } {
  const hash = createHash('sha256');
  return {
    add: (value) => void hash.update(canonicalJson(value)).update('\n'),
    digest: () => hash.digest('hex'),
  };
}
