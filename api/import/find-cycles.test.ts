import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCycles } from './find-cycles.ts';

const cyclesOf = (pairs: Record<string, string>) => [...findCycles(new Map(Object.entries(pairs)))].sort();

it('finds those on a circle, not those that lead to it', () => {
  expect(cyclesOf({ a: 'b', b: 'c', c: 'a', d: 'a', e: 'd' })).toEqual(['a', 'b', 'c']);
  expect(cyclesOf({ a: 'a' })).toEqual(['a']);
  expect(cyclesOf({ a: 'b', b: 'c' })).toEqual([]);
});

it('agrees with walking from every account', () => {
  const id = fc.constantFrom(...'abcdefgh');
  fc.assert(
    fc.property(fc.dictionary(id, id), (pairs) => {
      const onCircle = Object.keys(pairs).filter((start) => {
        let at: string | undefined = pairs[start];
        for (let i = 0; i < 10 && at !== undefined && at !== start; i++) at = pairs[at];
        return at === start;
      });
      expect(cyclesOf(pairs)).toEqual(onCircle.sort());
    }),
  );
});
