import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinNames, type NameEntry, readNames } from '../contract/parts/names.ts';
import { byCodeUnit } from '../util/code-unit-order.ts';
import { hash64 } from '../util/hash64.ts';
import { normaliseName } from '../util/normalise-name.ts';
import { SearchIndex } from './search-index.ts';

const partOf = (entries: NameEntry[]) => readNames(joinNames(entries), entries.length);
const ordered = (entries: NameEntry[]) =>
  [...entries].sort((a, b) => byCodeUnit(normaliseName(a.name ?? ''), normaliseName(b.name ?? '')));

function* partsOf(entries: NameEntry[], size: number) {
  for (let at = 0; at < entries.length; at += size) yield partOf(entries.slice(at, at + size));
}

/** The obvious way: every name looked at, three times. */
function slowly(names: ReadonlyMap<string, string>, text: string, limit: number): string[] {
  const wanted = normaliseName(text);
  const all = [...names.values()].sort((a, b) => byCodeUnit(normaliseName(a), normaliseName(b)));
  const ranked = [`\n${wanted}`, ` ${wanted}`, wanted].flatMap((mark) =>
    all.filter((name) => `\n${normaliseName(name)}`.includes(mark)),
  );
  return wanted === '' ? [] : [...new Set(ranked)].slice(0, limit);
}

const word = fc.constantFrom('Bau', 'bau', 'Tiefbau', 'Müller', 'Nord', 'ABC', 'a', 'b', 'ab');
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

it('finds what looking at every name finds, in the same order', () => {
  const accounts = fc.uniqueArray(name, { maxLength: 40, selector: normaliseName });
  const input = fc.record({ accounts, text: fc.oneof(word, name), limit: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(input, ({ accounts: list, text, limit }) => {
      const entries = list.map((one) => ({ hash: hash64(one), name: one }));
      // Every third account is of another scope, and of those some have changed: other name, gone, or new.
      const base = entries.filter((_, i) => i % 3 !== 0);
      const other = entries.filter((_, i) => i % 3 === 0);
      const changes = base.flatMap(({ hash, name: old }, i): NameEntry[] =>
        i % 4 === 0 ? [{ hash, name: null }] : i % 4 === 1 ? [{ hash, name: `${old} Neu ${i}` }] : [],
      );
      const index = new SearchIndex([
        { base: [...partsOf(ordered(base), 4)], changes: [...partsOf(changes, 3)] },
        { base: [...partsOf(ordered(other), 3)], changes: [] },
      ]);
      const now = new Map(entries.map((entry) => [entry.hash, entry.name]));
      for (const { hash, name: changed } of changes) {
        if (changed === null) now.delete(hash);
        else now.set(hash, changed);
      }
      expect(index.search(text, limit).map((hit) => hit.name)).toEqual(slowly(now, text, limit));
    }),
  );
});
