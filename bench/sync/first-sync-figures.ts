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
  /** Peak memory of the extension's process, bytes; null where the system does not tell. */
  memory: number | null;
}

/** Rows a second, bytes on wire and disk, memory: fresh profile each, turn and turn about, medians. */
export async function* firstSyncFigures(
  lab: Lab,
  accounts: number,
  peers: Map<PeerName, PeerRun[]>,
): AsyncGenerator<Figure, FirstSyncs> {
  const ours: Awaited<ReturnType<typeof syncOurs>>[] = [];
  const put: number[] = [];
  const read: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await syncOurs(lab, accounts));
    put.push(await syncBytes(lab, 'putBytes'));
    read.push(await syncBytes(lab, 'readBytes'));
    lab.say(`  round ${round + 1} of ${ROUNDS}: ${Math.round(ours.at(-1)?.ms ?? 0)} ms`);
  }
  if (accounts <= MOST_PEER_ROWS) {
    for (const [peer, , rounds] of PEERS) {
      for (let round = 0; round < rounds; round++) {
        const changes = peer === 'dexie' && round === 0 ? ([100, 1_000, 10_000, 'all'] as const) : [];
        const runs = peers.get(peer) ?? [];
        runs.push(await syncPeer(lab, peer, accounts, changes));
        peers.set(peer, runs);
      }
    }
  } else {
    lab.say(`Dexie, SQLite, RxDB and PouchDB are not run at ${accounts} rows: they take minutes each.`);
  }
  const perSecond = (times: readonly number[]) => (accounts * 1_000) / median(times);
  const speed = perSecond(ours.map(({ ms }) => ms));
  const against = (other: number, what: string): Compared => ({
    value: speed,
    unit: 'rows/s',
    other,
    against: what,
  });
  const speeds = new Map([...peers].map(([peer, runs]) => [peer, perSecond(runs.map(({ ms }) => ms))]));
  const dexie = speeds.get('dexie');
  if (dexie !== undefined) {
    yield atLeastTimes('first sync', against(dexie, 'Dexie bulkPut, two indexes'), 40, '≥ 80');
    const [best, name] = bestPeer(speeds);
    yield atLeastTimes('first sync, best persistent peer', against(best, name), 10);
  }
  for (const [peer, what] of PEERS) {
    const other = speeds.get(peer);
    if (other !== undefined) yield shown(`first sync, ${peer}`, against(other, what));
  }
  yield atLeastTimes(
    'first sync, byte limit',
    against(perSecond(put), 'same bytes as 1 MB values'),
    0.7,
    '≥ 0.85',
  );
  yield shown('first sync, read limit', against(perSecond(read), 'same bytes read and forgotten'));
  const wire = median(ours.map(({ sent }) => sent)) / MB;
  const lines = await lab.company.writeLines({ accounts, evaluation: 0, changes: 0 });
  yield shown('bytes on the wire', {
    value: wire,
    unit: 'MB',
    other: lines.bytes / MB,
    against: 'lines of JSON',
  });
  const requests = median(ours.map((run) => run.requests));
  yield shown('requests of a first sync', {
    value: requests,
    unit: 'requests',
    other: requests,
    against: 'itself',
  });
  const disk = median(ours.map((run) => run.disk)) / MB;
  const table = peers.get('dexie')?.map((run) => run.disk);
  if (table !== undefined) {
    yield atMostTimes(
      'disk',
      { value: disk, unit: 'MB', other: median(table) / MB, against: 'Dexie row table' },
      0.25,
    );
  } else yield shown('disk', { value: disk, unit: 'MB', other: wire, against: 'bytes on the wire' });
  const memories = ours.flatMap((run) => (run.memory === null ? [] : [run.memory]));
  return { speed, memory: memories.length === 0 ? null : median(memories) };
}

function bestPeer(speeds: ReadonlyMap<PeerName, number>): [number, string] {
  const [name, best] = [...speeds].sort(([, a], [, b]) => b - a)[0] as [PeerName, number];
  return [best, name];
}
