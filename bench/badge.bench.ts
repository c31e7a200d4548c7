import type { Bench, Figure } from './figure.ts';
import { shown } from './sync/compare.ts';
import { inLab } from './sync/lab.ts';
import { measureBadge } from './sync/measure-badge.ts';
import { percentile } from './sync/statistics.ts';

const WARM = 60;
const COLD = 12;
const FRAME_MS = 1_000 / 60;

/** What a person waits for: the badge beside a name that has just appeared. */
export const bench: Bench = {
  about:
    'account header in the document to badge on the screen, worker running and stopped (--rows accounts cached)',
  async *run({ rows }) {
    yield* inLab(async function* (lab) {
      lab.say(`Badges beside ${WARM} headers, and ${COLD} of each kind with the worker stopped …`);
      const times = await measureBadge(lab, { accounts: rows, warm: WARM, cold: COLD });
      yield* distribution('badge, worker running', times.warm);
      yield* distribution('badge, worker stopped', times.cold);
      yield* distribution('badge, worker stopped, page loaded anew', times.load);
    });
  },
};

function* distribution(name: string, times: readonly number[]): Iterable<Figure> {
  for (const [share, what] of [
    [0.5, 'median'],
    [0.95, '95th percentile'],
    [1, 'longest'],
  ] as const) {
    const compared = { unit: 'ms', other: FRAME_MS, against: 'one frame' };
    yield shown(`${name}, ${what} of ${times.length}`, { value: percentile(times, share), ...compared });
  }
}
