import type { Figure } from '../figure.ts';
import { atLeastTimes, atMostTimes, type Compared, shown } from './compare.ts';
import type { Lab } from './lab.ts';
import { type PeerName, type PeerRun, syncBytes, syncOurs, syncPeer } from './measure-sync.ts';
import { median } from './statistics.ts';

/** More rows than this take the peers many minutes each. */
export const MOST_PEER_ROWS = 200_000;
const ROUNDS = 5;
const MB = 1_000_000;
/** Slow peers once, the two that count twice. */
const PEERS: readonly [PeerName, string, rounds: number][] = [
  ['dexie', 'Dexie bulkPut, two indexes', 2],
  ['sqlite', 'SQLite-WASM on OPFS, tuned', 2],
  ['rxdb', 'RxDB', 1],
  ['pouchdb', 'PouchDB', 1],
];

export interface FirstSyncs {
  /** Rows per second. */
  speed: number;
  /** Bytes in the profile. */
  disk: number;
  /** Peak memory of the extension's process, bytes; null where the system does not tell. */
  memory: number | null;
}

const perSecond = (accounts: number, times: readonly number[]) => (accounts * 1_000) / median(times);

/** Rows a second and bytes on the wire against the limits: fresh profile each, turn and turn about, medians. */
export async function* limitFigures(lab: Lab, accounts: number): AsyncGenerator<Figure, FirstSyncs> {
  const ours: Awaited<ReturnType<typeof syncOurs>>[] = [];
  const put: number[] = [];
  const read: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await syncOurs(lab, accounts));
    put.push(await syncBytes(lab, 'putBytes'));
    read.push(await syncBytes(lab, 'readBytes'));
    lab.say(`  round ${round + 1} of ${ROUNDS}: ${Math.round(ours.at(-1)?.ms ?? 0)} ms`);
  }
  const value = perSecond(
    accounts,
    ours.map(({ ms }) => ms),
  );
  const against = (times: readonly number[], what: string): Compared => ({
    value,
    unit: 'rows/s',
    other: perSecond(accounts, times),
    against: what,
  });
  yield atLeastTimes('first sync, byte limit', against(put, 'same bytes as 1 MB values'), 0.7, '≥ 0.85');
  yield shown('first sync, read limit', against(read, 'same bytes read and forgotten'));
  const wire = median(ours.map(({ sent }) => sent)) / MB;
  const lines = (await lab.company.writeLines({ accounts, evaluation: 0, changes: 0 })).bytes / MB;
  yield shown('bytes on the wire', { value: wire, unit: 'MB', other: lines, against: 'lines of JSON' });
  const disk = median(ours.map((run) => run.disk));
  yield shown('bytes on the disk', { value: disk / MB, unit: 'MB', other: wire, against: 'on the wire' });
  const memories = ours.flatMap((run) => (run.memory === null ? [] : [run.memory]));
  return { speed: value, disk, memory: memories.length === 0 ? null : median(memories) };
}

/** The same sync against what others would use to keep the rows. */
export async function* peerFigures(
  lab: Lab,
  accounts: number,
  { speed, disk, memory }: FirstSyncs,
  peers: Map<PeerName, PeerRun[]>,
): AsyncGenerator<Figure> {
  const against = (other: number, what: string): Compared => ({
    value: speed,
    unit: 'rows/s',
    other,
    against: what,
  });
  let best = { speed: 0, what: '' };
  for (const [peer, what, rounds] of PEERS) {
    const runs: PeerRun[] = [];
    for (let round = 0; round < rounds; round++) {
      const changes = peer === 'dexie' && round === 0 ? ([100, 1_000, 10_000, 'all'] as const) : [];
      runs.push(await syncPeer(lab, peer, accounts, changes));
    }
    peers.set(peer, runs);
    const other = perSecond(
      accounts,
      runs.map(({ ms }) => ms),
    );
    if (other > best.speed) best = { speed: other, what };
    if (peer !== 'dexie') {
      yield shown(`first sync, ${peer}`, against(other, what));
      continue;
    }
    yield atLeastTimes('first sync, row table', against(other, what), 40, '≥ 80');
    const table = {
      value: disk / MB,
      unit: 'MB',
      other: median(runs.map((run) => run.disk)) / MB,
      against: what,
    };
    yield atMostTimes('bytes on the disk, row table', table, 0.25);
  }
  yield atLeastTimes('first sync, best persistent peer', against(best.speed, best.what), 10);
  const most = Math.max(...[...peers.values()].flat().map((run) => run.memory ?? 0));
  if (memory !== null) {
    const compared = { value: memory / MB, unit: 'MB', other: most / MB, against: 'the largest peer' };
    yield shown('peak memory of the extension', compared);
  }
}
