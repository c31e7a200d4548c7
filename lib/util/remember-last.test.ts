import { expect, it, vi } from 'vitest';
import { rememberLast } from './remember-last.ts';

it('works again only for other arguments', () => {
  const work = vi.fn((a: object, b?: number) => ({ a, b }));
  const known = rememberLast(work);
  const one = {};
  const first = known(one, Number.NaN);
  expect(known(one, Number.NaN)).toBe(first);
  expect(known({}, Number.NaN)).not.toBe(first);
  expect(known(one, 1)).toEqual({ a: one, b: 1 });
  expect(known(one)).toEqual({ a: one, b: undefined });
  expect(work).toHaveBeenCalledTimes(4);
});

it('remembers no failure', () => {
  const work = vi.fn(() => {
    throw new Error('no');
  });
  const known = rememberLast(work);
  expect(known).toThrow('no');
  expect(known).toThrow('no');
  expect(work).toHaveBeenCalledTimes(2);
});
