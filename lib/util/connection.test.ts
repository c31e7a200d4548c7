import { expect, it } from 'vitest';
import { Connection } from './connection.ts';

/** Databases that are opened one after the other; the first `failures` of them do not open. */
function openings(failures = 0) {
  const closed: number[] = [];
  const closers: (() => void)[] = [];
  const connection = new Connection(async (onClosed) => {
    const number = closers.push(onClosed);
    await Promise.resolve();
    if (number <= failures) throw new Error('damaged');
    return { number, close: () => void closed.push(number) };
  });
  return { connection, closed, closers };
}

it('opens a database once, whoever asks', async () => {
  const { connection, closers } = openings();
  const [first, second] = await Promise.all([connection.open(), connection.open()]);
  expect(first).toBe(second);
  expect(closers).toHaveLength(1);
});

it('opens it again where it did not open', async () => {
  const { connection } = openings(1);
  await expect(connection.open()).rejects.toThrow('damaged');
  expect((await connection.open()).number).toBe(2);
});

it('closes what it has opened, also what is just being opened', async () => {
  const { connection, closed } = openings();
  const opening = connection.open();
  connection.close();
  connection.close();
  await opening;
  await Promise.resolve();
  expect(closed).toEqual([1]);
  expect((await connection.open()).number).toBe(2);
});

it('opens another where the browser has closed the one at hand; news of an old one are no news', async () => {
  const { connection, closed, closers } = openings();
  await connection.open();
  closers[0]?.();
  expect((await connection.open()).number).toBe(2);
  expect(closed).toEqual([1]);
  closers[0]?.();
  expect((await connection.open()).number).toBe(2);
});
