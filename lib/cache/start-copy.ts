import type { Manifest, PartRef } from '../contract/manifest.ts';
import type { Me } from '../contract/me.ts';
import { GlyphShard } from '../contract/parts/glyph-shard.ts';
import { fromBase64, toBase64 } from '../util/base64.ts';
import { partName } from './bundles.ts';
import type { Contact, Visible } from './database.ts';

/** The part of `storage.session` that is used: memory of the browser, which content scripts cannot reach. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** What the first answers of a start are made of. */
export interface StartRecords {
  /** Key of the cache that these belong to. */
  key: string;
  visible: Visible;
  me: Me;
  contact: Contact;
}

const VISIBLE = 'start.visible';
const ME = 'start.me';
const CONTACT = 'start.contact';
/** Names of the shards that may be there. */
const SHARDS = 'start.shards';

/** The browser holds ten megabytes at most; larger indexes are read from the database, a shard at a time. */
const MOST_SHARD_BYTES = 4_000_000;

/**
 * What a start of the worker needs for its first answers, in the browser's memory: opening the database and asking it
 * takes longer than all else such an answer takes. A copy and nothing more: it is dropped before the database changes
 * what it tells, and whatever is not in it is read there.
 */
export class StartCopy {
  readonly #area: SessionArea;
  #kept: Partial<StartRecords> = {};
  #shards: ReadonlySet<string> = new Set();
  /** Goes up with every change: what a former one still does is not wanted any more. */
  #turn = 0;

  constructor(area: SessionArea) {
    this.#area = area;
  }

  /** What an earlier life has kept; null where something of it is missing. */
  async read(): Promise<StartRecords | null> {
    const asked = [VISIBLE, ME, CONTACT, SHARDS].map((name) => this.#area.get(name));
    const items: Record<string, unknown> = Object.assign({}, ...(await Promise.all(asked)));
    const { [VISIBLE]: text, [ME]: me, [CONTACT]: contact, [SHARDS]: shards } = items;
    if (Array.isArray(shards)) this.#shards = new Set(shards);
    if (typeof text !== 'string' || !me || !contact) return null;
    const { key, visible } = JSON.parse(text) as Pick<StartRecords, 'key' | 'visible'>;
    this.#kept = { key, visible, me: me as Me, contact: contact as Contact };
    return this.#kept as StartRecords;
  }

  /** A shard of the glyph index; null where it is not here. */
  shard(ref: PartRef): Promise<GlyphShard | null> | null {
    const name = partName(ref);
    return this.#shards.has(name) ? this.#readShard(name, ref.count) : null;
  }

  /**
   * Keeps these records for the next start, and the glyph index they go with as far as it is small enough.
   * @param shardOf null where the part is lost
   */
  async keep(records: StartRecords, shardOf: (ref: PartRef) => Promise<GlyphShard | null>): Promise<void> {
    const turn = ++this.#turn;
    try {
      await this.#area.set(this.#changed(records));
      await this.#keepShards(glyphRefs(records.visible.manifest), turn, shardOf);
    } catch {
      // There is no room: starts ask the database.
      if (turn === this.#turn) await this.clear();
    }
  }

  /** To be called before the database gets another visible manifest. */
  async dropVisible(): Promise<void> {
    this.#turn++;
    const { visible: _, ...rest } = this.#kept;
    this.#kept = rest;
    await this.#area.remove([VISIBLE]).catch(() => {});
  }

  /** To be called before the database gets other words on the user. */
  async dropMe(): Promise<void> {
    const { me: _, ...rest } = this.#kept;
    this.#kept = rest;
    await this.#area.remove([ME]).catch(() => {});
  }

  async clear(): Promise<void> {
    this.#turn++;
    const names = [VISIBLE, ME, CONTACT, SHARDS, ...[...this.#shards].map(shardKey)];
    this.#kept = {};
    this.#shards = new Set();
    await this.#area.remove(names).catch(() => {});
  }

  #changed(records: StartRecords): Record<string, unknown> {
    const { key, visible, me, contact } = records;
    const kept = this.#kept;
    this.#kept = records;
    const isSame = kept.key === key && kept.visible?.manifest === visible.manifest;
    return {
      ...(isSame ? {} : { [VISIBLE]: JSON.stringify({ key, visible }) }),
      ...(kept.me === me ? {} : { [ME]: me }),
      [CONTACT]: contact,
    };
  }

  /** One after the other, so that nobody who asks meanwhile waits for all of them. */
  async #keepShards(
    refs: readonly PartRef[],
    turn: number,
    shardOf: (ref: PartRef) => Promise<GlyphShard | null>,
  ): Promise<void> {
    const former = this.#shards;
    const missing = refs.filter((ref) => !former.has(partName(ref)));
    const wanted = new Set(refs.map(partName));
    const gone = [...former].filter((name) => !wanted.has(name));
    if (missing.length === 0 && gone.length === 0) return;
    // Named before they are there, so that none is ever forgotten.
    this.#shards = new Set([...former, ...wanted]);
    await this.#area.set({ [SHARDS]: [...this.#shards] });
    for (const ref of missing) {
      const shard = turn === this.#turn ? await shardOf(ref) : null;
      if (turn !== this.#turn) return;
      if (shard !== null) await this.#area.set({ [shardKey(partName(ref))]: toBase64(shard.bytes) });
    }
    if (turn !== this.#turn) return;
    this.#shards = wanted;
    await this.#area.remove(gone.map(shardKey));
    await this.#area.set({ [SHARDS]: [...wanted] });
  }

  async #readShard(name: string, count: number): Promise<GlyphShard | null> {
    try {
      const key = shardKey(name);
      const { [key]: text } = await this.#area.get(key);
      if (typeof text === 'string') return new GlyphShard(fromBase64(text), count);
    } catch {
      // It is read from the database instead.
    }
    // So that it is kept anew.
    this.#shards = new Set([...this.#shards].filter((other) => other !== name));
    return null;
  }
}

const shardKey = (name: string): string => `start.${name}`;

/** All shards, or none where they are too large together. */
function glyphRefs({ scopes }: Manifest): PartRef[] {
  const refs = scopes
    .flatMap(({ layers }) => layers.flatMap(({ base, changes }) => [...base, ...changes]))
    .filter(({ kind, count }) => kind === 'glyphs' && count > 0);
  const bytes = refs.reduce((sum, { count }) => sum + GlyphShard.bytesOf(count), 0);
  return bytes > MOST_SHARD_BYTES ? [] : refs;
}
