import { expect, it } from 'vitest';
import { reopening } from './reopening.ts';

/** A database that works from its n-th opening on. */
function database(worksAt: number) {
  const state = { openings: 1, closed: 0 };
  return {
    state,
    close: () => void state.closed++,
    open: async () => void state.openings++,
    read: async () => {
      if (state.openings < worksAt) throw new Error('closed');
      return 'value';
    },
  };
}

it('opens a database again that does not answer, and asks it once more', async () => {
  const broken = database(2);
  expect(await reopening(broken, broken.read)).toBe('value');
  expect(broken.state).toEqual({ openings: 2, closed: 1 });
});

it('does the same where no answer comes', async () => {
  const silent = database(2);
  const work = () => (silent.state.openings < 2 ? new Promise<string>(() => {}) : silent.read());
  expect(await reopening(silent, work, 5)).toBe('value');
  expect(silent.state).toEqual({ openings: 2, closed: 1 });
  const mute = { close: () => {}, open: () => new Promise<void>(() => {}) };
  await expect(reopening(mute, () => Promise.reject(new Error('closed')), 5)).rejects.toThrow(
    'does not answer',
  );
});

it('leaves alone what answers, and gives up what does not answer the second time', async () => {
  const fine = database(1);
  expect(await reopening(fine, fine.read)).toBe('value');
  expect(fine.state).toEqual({ openings: 1, closed: 0 });
  const gone = database(3);
  await expect(reopening(gone, gone.read)).rejects.toThrow('closed');
  expect(gone.state.openings).toBe(2);
});
