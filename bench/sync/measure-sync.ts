import type { WordsRow } from '../../lib/contract/words-row.ts';
import { checkRows } from './check.ts';
import { peakExtensionMemory } from './footprint.ts';
import { Installed } from './installed.ts';
import type { Lab } from './lab.ts';
import { Ours } from './ours.ts';
import type { Edition } from './publication.ts';

/** What one first sync took. */
export interface SyncRun {
  ms: number;
  /** Bytes in the profile's storage folders afterwards. */
  disk: number;
  /** Peak resident memory of the extension's process (bytes); null where the system does not tell. */
  memory: number | null;
}

/** A first sync of the extension as built, signed in, from nothing stored until every account is visible. */
export async function syncOurs(
  { company, folders, inBrowser }: Lab,
  accounts: number,
): Promise<SyncRun & { sent: number; requests: number }> {
  const edition: Edition = { accounts, evaluation: 0, changes: 0 };
  await company.unpublish();
  const { result, disk } = await inBrowser(async (browser) => {
    const ours = new Ours(await Installed.load(browser, folders.ours));
    await ours.signIn(company);
    await company.publish(edition);
    await company.counters();
    const ms = await ours.sync();
    const memory = peakExtensionMemory(browser.pid);
    const counters = await company.counters();
    await checkRows('Tierlens', edition, (key) => ours.row(key));
    return { ms, memory, ...counters };
  });
  return { ...result, disk };
}

/** The same bytes, without any structure: put as values of 1 MB, or only read. */
export async function syncBytes(
  { company, folders, inBrowser }: Lab,
  verb: 'putBytes' | 'readBytes',
): Promise<number> {
  const { result } = await inBrowser(async (browser) => {
    const peers = await Installed.load(browser, folders.peers);
    const { ms, value } = await peers.send<number>({ verb, url: `${company.url}/bytes` });
    if (value === 0) throw new Error('no bytes came');
    return ms;
  });
  return result;
}

export type PeerName = 'dexie' | 'rxdb' | 'pouchdb' | 'sqlite';

export interface PeerRun extends SyncRun {
  /** ms to take over changed rows, by their number; all rows under 'all'. */
  updates: Map<number | 'all', number>;
}

/** A first sync of a peer, from the message to its worker until all rows are stored; then changes. */
export async function syncPeer(
  { company, folders, inBrowser, say }: Lab,
  peer: PeerName,
  accounts: number,
  changes: readonly (number | 'all')[],
): Promise<PeerRun> {
  const { result, disk } = await inBrowser(async (browser) => {
    const installed = await Installed.load(browser, folders.peers);
    const find = async (key: string) =>
      (await installed.send<WordsRow | null>({ peer, verb: 'find', key })).value;
    // Neither RxDB nor PouchDB has an index over further record keys.
    const keyOf = (row: WordsRow) =>
      (peer === 'rxdb' || peer === 'pouchdb' ? row.keys[0] : row.keys.at(-1)) as string;
    const first: Edition = { accounts, evaluation: 0, changes: 0 };
    await company.writeLines(first);
    const { ms } = await installed.send({ peer, verb: 'sync', origin: company.url });
    say(`  ${peer}: ${accounts} rows in ${(ms / 1_000).toFixed(1)} s`);
    const memory = peakExtensionMemory(browser.pid);
    await checkRows(peer, first, find, keyOf);
    const updates: PeerRun['updates'] = new Map();
    for (const number of changes) {
      const edition = { ...first, changes: number === 'all' ? accounts : number };
      await company.writeLines(edition);
      const path = number === 'all' ? '/lines' : '/changed-lines';
      const update = await installed.send({ peer, verb: 'update', url: company.url + path });
      updates.set(number, update.ms);
      await checkRows(peer, edition, find, keyOf);
    }
    return { ms, memory, updates };
  });
  return { ...result, disk };
}

/** ms until the extension shows changes, by their number, and a new evaluation of every row under 'all'. */
export async function resyncOurs(
  { company, folders, inBrowser }: Lab,
  accounts: number,
  changes: readonly number[],
): Promise<Map<number | 'all', number>> {
  await company.publish({ accounts, evaluation: 0, changes: 0 });
  const { result } = await inBrowser(async (browser) => {
    const ours = new Ours(await Installed.load(browser, folders.ours));
    await ours.signIn(company);
    const updates = new Map<number | 'all', number>();
    for (const number of [...changes, 'all'] as const) {
      const edition: Edition =
        number === 'all'
          ? { accounts, evaluation: 1, changes: 0 }
          : { accounts, evaluation: 0, changes: number };
      await company.publish(edition);
      updates.set(number, await ours.sync());
      await checkRows('Tierlens', edition, (key) => ours.row(key));
    }
    return updates;
  });
  return result;
}
