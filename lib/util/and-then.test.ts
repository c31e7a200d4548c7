import { expect, it } from 'vitest';
import { andThen } from './and-then.ts';

it('goes on at once where the value is there', () => {
  expect(andThen(2, (value) => value + 1)).toBe(3);
  expect(() =>
    andThen(2, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
});

it('goes on later where the value is still to come', async () => {
  const later = andThen(Promise.resolve(2), (value) => value + 1);
  expect(later).toBeInstanceOf(Promise);
  expect(await later).toBe(3);
  await expect(andThen(Promise.reject(new Error('no')), () => 1)).rejects.toThrow('no');
});
