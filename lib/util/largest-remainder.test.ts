import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budget } from '../../tests/budget.ts';
import { golden } from '../../tests/support/golden.ts';
import { largestRemainder } from './largest-remainder.ts';

interface Rounding {
  alabama: { weights: Record<string, number>; '25': Record<string, number>; '26': Record<string, number> };
  tie: Record<string, number>;
}
const rounding = golden<Rounding>('rounding');

function split(total: number, weights: Readonly<Record<string, number>>): Record<string, number> {
  const ids = Object.keys(weights);
  const parts = largestRemainder(total, Object.values(weights), ids);
  return Object.fromEntries(ids.map((id, i) => [id, parts[i]!]));
}

describe('golden', () => {
  it('the Alabama paradox stands: one more unit, and two get less', () => {
    expect(split(25, rounding.alabama.weights)).toEqual(rounding.alabama['25']);
    expect(split(26, rounding.alabama.weights)).toEqual(rounding.alabama['26']);
  });
  it('equal weights: the left-over unit goes to the first id', () => {
    expect(split(100, { b: 1, a: 1, c: 1 })).toEqual(rounding.tie);
  });
});

const claim = fc.record({
  weight: fc.oneof(
    fc.nat(10),
    fc.nat(1_000_000_000),
    fc.maxSafeNat().map((n) => n % 10 ** 13),
  ),
});
const claims = fc.array(claim, { minLength: 1, maxLength: 12 });
const total = fc.oneof(
  fc.nat(1_000),
  fc.nat(2 ** 31),
  fc.maxSafeNat().map((n) => n % 10 ** 14),
);

/** Slow and obvious: hand out one unit at a time by exact rational remainders. */
function reference(amount: number, weights: readonly number[], ids: readonly string[]): number[] {
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((product) => product / sum);
  let left = BigInt(amount) - parts.reduce((a, b) => a + b, 0n);
  const taken = new Set<number>();
  while (left > 0n) {
    let best = -1;
    for (let i = 0; i < ids.length; i++) {
      if (taken.has(i)) continue;
      if (best < 0 || beats(i, best)) best = i;
    }
    taken.add(best);
    parts[best]! += 1n;
    left -= 1n;
  }
  return parts.map(Number);

  function beats(a: number, b: number): boolean {
    const ra = exact[a]! % sum;
    const rb = exact[b]! % sum;
    if (ra !== rb) return ra > rb;
    if (weights[a] !== weights[b]) return weights[a]! > weights[b]!;
    return ids[a]! < ids[b]!;
  }
}

describe('properties', () => {
  const idsFor = (n: number): string[] =>
    Array.from({ length: n }, (_, i) => `k${String((i * 7) % n).padStart(2, '0')}-${i}`);

  it('equals the slow reference, keeps the total and the quota', () => {
    fc.assert(
      fc.property(claims, total, (input, amount) => {
        const weights = input.map(({ weight }) => weight);
        const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
        fc.pre(sum > 0n);
        const ids = idsFor(weights.length);
        const parts = largestRemainder(amount, weights, ids);
        expect(parts).toEqual(reference(amount, weights, ids));
        expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(amount));
        for (const [i, part] of parts.entries()) {
          const off = BigInt(part) * sum - BigInt(amount) * BigInt(weights[i]!);
          expect((off < 0n ? -off : off) < sum).toBe(true);
        }
      }),
      { numRuns: budget.propertyRuns },
    );
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(claims, total, (input, amount) => {
        const weights = input.map(({ weight }) => weight);
        fc.pre(weights.some((weight) => weight > 0));
        const ids = idsFor(weights.length);
        const forward = largestRemainder(amount, weights, ids);
        const backward = largestRemainder(amount, weights.toReversed(), ids.toReversed());
        expect(backward.toReversed()).toEqual(forward);
      }),
      { numRuns: budget.propertyRuns },
    );
  });

  it('splits nothing over nothing, but refuses to split something over nothing', () => {
    expect(largestRemainder(0, [0, 0], ['a', 'b'])).toEqual([0, 0]);
    expect(() => largestRemainder(1, [0, 0], ['a', 'b'])).toThrow(RangeError);
  });
});
