import type { Figure } from '../figure.ts';
import { atLeastTimes, atMostTimes, shown } from './compare.ts';
import type { Lab } from './lab.ts';
import { type PeerName, type PeerRun, resyncOurs } from './measure-sync.ts';
import { median } from './statistics.ts';

const CHANGES = [100, 1_000, 10_000] as const;
const ROUNDS = 3;

/** Syncs after changes and after a new evaluation of every row, against `bulkPut` of the same rows. */
export async function* resyncFigures(
  lab: Lab,
  accounts: number,
  peers: ReadonlyMap<PeerName, PeerRun[]>,
): AsyncGenerator<Figure> {
  const runs: Awaited<ReturnType<typeof resyncOurs>>[] = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await resyncOurs(lab, accounts, CHANGES));
  const updates = peers.get('dexie')?.[0]?.updates;
  const ours = (changes: number | 'all') => median(runs.map((run) => run.get(changes) ?? Number.NaN));
  for (const changes of CHANGES) {
    const name = `sync after ${changes} changes`;
    const value = ours(changes);
    const other = updates?.get(changes);
    if (other === undefined) yield shown(name, { value, unit: 'ms', other: value, against: 'itself' });
    else {
      const compared = { value, unit: 'ms', other, against: `Dexie bulkPut of ${changes} rows` };
      yield changes === 1_000 ? atMostTimes(name, compared, 1) : shown(name, compared);
    }
  }
  const perSecond = (ms: number) => (accounts * 1_000) / ms;
  const value = perSecond(ours('all'));
  const other = updates?.get('all');
  const name = 'sync after a new evaluation of every row';
  if (other === undefined) yield shown(name, { value, unit: 'rows/s', other: value, against: 'itself' });
  else {
    const against = 'Dexie bulkPut of every row';
    yield atLeastTimes(name, { value, unit: 'rows/s', other: perSecond(other), against }, 10);
  }
}
