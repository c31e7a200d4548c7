import type { FakeAccount } from './build-parts.ts';
import { FakeApi, type FakeScope } from './fake-api.ts';
import { faultyFetch } from './faulty-fetch.ts';
import { Disk } from './memory-database.ts';
import { pickOne, seededRandom } from './random.ts';
import { Lock, type Profile, SyncClient } from './sync-client.ts';

export const IDS = Array.from({ length: 6 }, (_, index) => `${index}`);
export const keyOf = (id: string): string => `samplecrm:-:account:${id}`;
const USERS = ['p1', 'p2'];
const SIGNED_IN = { apiUrl: 'https://api.example', token: 'good-token' };

/** What one user was shown by one publication. */
export interface Publication {
  user: string;
  scopes: FakeScope[];
}

/** A server that changes, a network that fails, workers that die, one browser profile, one clock. */
export class SyncWorld {
  readonly random: () => number;
  /** Of its own, for what the browser's memory loses: seeds that were found go on as they did. */
  readonly #memory: () => number;
  readonly api: FakeApi;
  readonly profile: Profile = {
    disk: new Disk(),
    session: new Map(),
    connection: SIGNED_IN,
    lock: new Lock(),
  };
  readonly clients: SyncClient[];
  readonly users = new Map<string, string>();
  readonly #seen = new Map<string, () => Response>();
  now = 1_700_000_000_000;
  faults = 0.2;
  #generation = 0;
  /** What the last base of each user said. */
  readonly #bases = new Map<string, FakeScope[]>();
  readonly #current = new Map<string, FakeScope[]>();

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.#memory = seededRandom(~seed);
    this.api = new FakeApi(() => this.now);
    const fetch = faultyFetch(this.api.fetch, {
      random: this.random,
      rate: () => this.faults,
      seen: this.#seen,
      // Questions that nobody waits for any more are answered as well, also once all else has come to rest.
      midway: () => {
        if (this.faults > 0) this.changeServer();
      },
    });
    const options = { profile: this.profile, fetch, now: () => this.now, random: this.random };
    const clients = this.random() < 0.4 ? 2 : 1;
    this.clients = Array.from({ length: clients }, () => new SyncClient(options));
  }

  /** The publication a version stands for; undefined for one the server never made. */
  published(version: string): Publication | undefined {
    const scopes = this.api.published.get(version)?.scopes;
    return scopes && { user: this.users.get(version) as string, scopes };
  }

  /** A new evaluation, or changes since the last one. */
  publish(): void {
    this.#generation++;
    const { random, api } = this;
    const base = random() < 0.6 ? this.#bases.get(api.user) : undefined;
    const scopes = base === undefined ? this.#evaluate() : this.#change(base);
    if (base === undefined) this.#bases.set(api.user, scopes);
    this.#current.set(api.user, scopes);
    // A territory may be taken away.
    const { version } = api.publish(scopes.slice(0, random() < 0.8 ? 2 : 1));
    this.users.set(version, api.user);
  }

  #evaluate(): FakeScope[] {
    const { random } = this;
    const chosen = IDS.filter(() => random() < 0.7);
    const cut = Math.floor(random() * chosen.length);
    return [chosen.slice(0, cut), chosen.slice(cut)].map((ids, index) => ({
      scope: `s${index}`,
      accounts: ids.map((id) => this.#account(id)),
      money: random() < 0.5,
    }));
  }

  /** Accounts are renamed, get and lose records, move to the other territory, come and go. */
  #change(base: readonly FakeScope[]): FakeScope[] {
    const { random } = this;
    const [first, second] = (this.#current.get(this.api.user) ?? base).map(({ accounts }) => [...accounts]);
    const lists = [first ?? [], second ?? []] as const;
    for (const id of IDS) {
      if (random() < 0.6) continue;
      for (const list of lists) list.splice(0, list.length, ...list.filter((account) => account.id !== id));
      if (random() < 0.8) lists[random() < 0.5 ? 0 : 1].push(this.#account(id));
    }
    return base.map((scope, index) => ({
      ...scope,
      base: scope.accounts,
      accounts: lists[index] ?? [],
      money: random() < 0.5,
    }));
  }

  #account(id: string): FakeAccount {
    const { random } = this;
    // Keys that sort before and after the account's own: its row moves to another hash.
    const more = [`samplecrm:-:account:z${id}`, `samplecrm:-:contact:${id}`];
    const keys = random() < 0.7 ? [keyOf(id)] : [keyOf(id), ...more];
    return {
      id,
      name: `Company ${id} of ${random() < 0.5 ? 0 : this.#generation} for ${this.api.user}`,
      keys: random() < 0.8 ? keys : keys.reverse(),
      glyph: random() < 0.5 ? 0 : 1,
      db3: this.#generation,
    };
  }

  changeServer(): void {
    const own = [...this.users].filter(([, user]) => user === this.api.user).map(([version]) => version);
    if (this.random() < 0.7) this.publish();
    else this.api.rollBack(pickOne(this.random, [null, ...own]));
  }

  /** Another person, or the same again, signs in. */
  signIn(): void {
    const user = pickOne(this.random, USERS);
    if (user !== this.api.user) {
      this.#seen.clear();
      this.api.user = user;
      this.publish();
    }
    this.profile.connection = SIGNED_IN;
  }

  /** The disk or the browser loses something. */
  damage(): void {
    const { session, disk } = this.profile;
    const { parts, state } = disk.tables;
    // All but the list of what is there.
    const kept = pickOne(
      this.#memory,
      [...session.keys()].filter((name) => name !== 'start.shards'),
    );
    if (this.#memory() < 0.3) session.clear();
    else if (kept !== undefined && this.#memory() < 0.5) session.delete(kept);
    const chosen = pickOne(this.random, [...parts.keys()]);
    const what = this.random();
    if (what < 0.2) state.clear();
    else if (what < 0.3) for (const rows of [parts, state]) rows.clear();
    else if (chosen !== undefined && what < 0.6) parts.delete(chosen);
    else if (chosen !== undefined) parts.set(chosen, new ArrayBuffer(3));
  }

  async act(): Promise<void> {
    const { random } = this;
    const client = pickOne(random, this.clients);
    const what = random();
    if (what < 0.2) this.changeServer();
    else if (what < 0.25) this.now += Math.floor((random() - 0.3) * 1e8);
    else if (what < 0.3) this.damage();
    else if (what < 0.4) await client.start(Math.floor(random() * 40));
    else if (what < 0.43) await client.untilQuiet(client.sync.wipe());
    else if (what < 0.46) await client.untilQuiet(client.sync.signOut());
    else if (what < 0.52) {
      this.signIn();
      await client.untilQuiet(client.sync.connected());
    } else {
      this.now += Math.floor(random() * 60_000);
      if (this.profile.connection === null && random() < 0.5) this.signIn();
      const ticks = this.clients.map((one) => one.untilQuiet(one.sync.tick(random() < 0.3)));
      await Promise.all(ticks);
    }
    for (const one of this.clients) {
      if (one.life?.ended) await one.start(random() < 0.5 ? Math.floor(random() * 80) + 3 : Infinity);
    }
  }
}
