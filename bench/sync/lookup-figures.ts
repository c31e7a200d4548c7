import type { Figure } from '../figure.ts';
import { atMostTimes, type Compared, shown } from './compare.ts';
import type { Lab } from './lab.ts';
import { LOOKUP_SIZES, measureLookups } from './measure-lookups.ts';
import { middle, percentile } from './statistics.ts';

/** More accounts than this count as a million: there is another aim on 200 keys then, and none on the others. */
const LARGE = 500_000;
const KEYSTROKE_LIMIT_MS = 50;

/** Look-ups from a page's script through the worker and back, rows for the panel, search: against messages that do nothing. */
export async function* lookupFigures(lab: Lab, accounts: number): AsyncGenerator<Figure> {
  const { warm, row, cold, search } = await measureLookups(lab, accounts);
  const echo = 'message to a worker that does nothing';
  const atMost = (name: string, compared: Compared, times: number) =>
    accounts > LARGE ? shown(name, compared) : atMostTimes(name, compared, times);
  for (const size of LOOKUP_SIZES) {
    const own = warm.ours.get(size) ?? [];
    const other = middle(warm.echo.get(size) ?? []);
    const compared = { value: middle(own), unit: 'ms', other, against: `${echo}, ${size} keys` };
    const name = `look-up of ${size} keys, warm`;
    if (size === 200) yield atMostTimes(name, compared, accounts > LARGE ? 1.8 : 1.3);
    else yield shown(name, compared);
    yield shown(`${name}, 95th percentile`, {
      ...compared,
      value: percentile(own, 0.95),
      other: percentile(warm.echo.get(size) ?? [], 0.95),
    });
  }
  yield atMost(
    'full row for the panel',
    { value: middle(row.ours), unit: 'ms', other: middle(row.echo), against: echo },
    2.5,
  );
  yield atMost(
    'first key after a cold start',
    {
      value: middle(cold.ours),
      unit: 'ms',
      other: middle(cold.echo),
      against: 'cold worker that does nothing',
    },
    1.4,
  );
  const limit = { unit: 'ms', other: KEYSTROKE_LIMIT_MS, against: 'limit' };
  yield atMost(
    'search, a keystroke, 95th percentile',
    { value: percentile(search.keystrokes, 0.95), ...limit },
    1,
  );
  yield shown('search, first keystroke, which reads the index', { value: search.first, ...limit });
}
