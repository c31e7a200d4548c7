import type { Figure } from '../figure.ts';
import { atLeastTimes, atMostTimes } from './compare.ts';
import type { FirstSyncs } from './first-sync-figures.ts';
import type { Lab } from './lab.ts';
import { syncOurs } from './measure-sync.ts';
import { median } from './statistics.ts';

/** What large numbers are compared with. */
const USUAL_ROWS = 100_000;
const ROUNDS = 5;
const MB = 1_000_000;
const SECONDS_PER_MILLION = 5;

/** Many accounts against a hundred thousand of the same run: neither the time of a row nor the memory may grow with them. */
export async function* scaleFigures(
  lab: Lab,
  accounts: number,
  { speed, memory }: FirstSyncs,
): AsyncGenerator<Figure> {
  const usual: Awaited<ReturnType<typeof syncOurs>>[] = [];
  for (let round = 0; round < ROUNDS; round++) usual.push(await syncOurs(lab, USUAL_ROWS));
  const against = `${USUAL_ROWS} accounts`;
  const other = (USUAL_ROWS * 1_000) / median(usual.map(({ ms }) => ms));
  yield atLeastTimes('first sync, many accounts', { value: speed, unit: 'rows/s', other, against }, 0.8);
  const memories = usual.flatMap((run) => (run.memory === null ? [] : [run.memory]));
  if (memory !== null && memories.length > 0) {
    const compared = { value: memory / MB, unit: 'MB', other: median(memories) / MB, against };
    yield atMostTimes('peak memory of the extension, many accounts', compared, 1.5);
  }
  const limit = (accounts / 1e6) * SECONDS_PER_MILLION;
  const compared = { value: accounts / speed, unit: 's', other: limit, against: '5 s per million' };
  yield atMostTimes('first sync, time (stretch)', compared, 1);
}
