import type { Bench } from './figure.ts';
import { limitFigures, MOST_PEER_ROWS, peerFigures } from './sync/first-sync-figures.ts';
import { inLab } from './sync/lab.ts';
import { lookupFigures } from './sync/lookup-figures.ts';
import type { PeerName, PeerRun } from './sync/measure-sync.ts';
import { resyncFigures } from './sync/resync-figures.ts';
import { scaleFigures } from './sync/scale-figures.ts';
import { sealingFigure } from './sync/sealing-figure.ts';

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
      const first = yield* limitFigures(lab, rows);
      yield await sealingFigure(lab, rows, (rows * 1_000) / first.speed);
      if (rows > MOST_PEER_ROWS) {
        lab.say(`Dexie, SQLite, RxDB and PouchDB are not run at ${rows} rows: they take minutes each.`);
        yield* scaleFigures(lab, rows, first);
      } else {
        lab.say('The same with Dexie, SQLite, RxDB and PouchDB …');
        yield* peerFigures(lab, rows, first, peers);
      }
      lab.say('Look-ups …');
      yield* lookupFigures(lab, rows);
      lab.say('Later syncs …');
      yield* resyncFigures(lab, rows, peers);
    });
  },
};
