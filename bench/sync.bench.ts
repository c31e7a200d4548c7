import type { Bench } from './figure.ts';
import { atLeastTimes, atMostTimes } from './sync/compare.ts';
import { firstSyncFigures, MOST_PEER_ROWS } from './sync/first-sync-figures.ts';
import { inLab } from './sync/lab.ts';
import { lookupFigures } from './sync/lookup-figures.ts';
import { type PeerName, type PeerRun, syncOurs } from './sync/measure-sync.ts';
import { resyncFigures } from './sync/resync-figures.ts';
import { sealingFigure } from './sync/sealing-figure.ts';
import { median } from './sync/statistics.ts';

/** What large numbers are compared with. */
const USUAL_ROWS = 100_000;
const ROUNDS = 3;

/**
 * The first sync, look-ups and later syncs of the extension as built, in a real browser, sealed, beside what others
 * would use and beside what is possible at all. Every row read back is compared with the one that was made.
 */
export const bench: Bench = {
  about:
    'first sync, look-ups and later syncs of the built extension against Dexie, RxDB, PouchDB, SQLite and limits',
  async *run({ rows }) {
    yield* inLab(async function* (lab) {
      const peers = new Map<PeerName, PeerRun[]>();
      lab.say(`First sync of ${rows} accounts …`);
      const { speed, memory } = yield* firstSyncFigures(lab, rows, peers);
      if (rows > MOST_PEER_ROWS) {
        lab.say(`The same of ${USUAL_ROWS} accounts, for comparison …`);
        const usual: Awaited<ReturnType<typeof syncOurs>>[] = [];
        for (let round = 0; round < ROUNDS; round++) usual.push(await syncOurs(lab, USUAL_ROWS));
        const other = (USUAL_ROWS * 1_000) / median(usual.map(({ ms }) => ms));
        const against = `${USUAL_ROWS} accounts`;
        yield atLeastTimes(
          'first sync, many accounts',
          { value: speed, unit: 'rows/s', other, against },
          0.8,
        );
        const memories = usual.flatMap((run) => (run.memory === null ? [] : [run.memory]));
        if (memory !== null && memories.length > 0) {
          const compared = { value: memory / 1e6, unit: 'MB', other: median(memories) / 1e6, against };
          yield atMostTimes('peak memory of the extension, many accounts', compared, 1.5);
        }
        const seconds = rows / speed;
        yield atMostTimes(
          'first sync, time',
          { value: seconds, unit: 's', other: (rows / 1e6) * 5, against: '5 s per million' },
          1,
          '≤ 1',
        );
      } else if (memory !== null) {
        const most = Math.max(...[...peers.values()].flat().map((run) => run.memory ?? 0));
        const compared = { value: memory / 1e6, unit: 'MB', other: most / 1e6, against: 'the largest peer' };
        yield atMostTimes('peak memory of the extension', compared, 1);
      }
      yield await sealingFigure(lab, rows, (rows * 1_000) / speed);
      lab.say('Look-ups …');
      yield* lookupFigures(lab, rows);
      lab.say('Later syncs …');
      yield* resyncFigures(lab, rows, peers);
    });
  },
};
