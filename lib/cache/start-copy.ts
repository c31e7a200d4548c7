import { allParts } from '../contract/all-parts.ts';
import type { Manifest, PartRef } from '../contract/manifest.ts';
import type { Me } from '../contract/me.ts';
import { GlyphShard } from '../contract/parts/glyph-shard.ts';
import { fromBase64, toBase64 } from '../util/base64.ts';
import type { StorageArea } from '../util/storage-area.ts';
import { partName } from './bundles.ts';
import type { Contact, Visible } from './database.ts';

/** What the first answers of a start are made of. */
export interface StartRecords {
  /** Tells by which key the cache was sealed, without telling the key. */
  keyHash: string;
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
 * takes longer than all else such an answer takes. A copy and nothing more: manifest and user are dropped before the
 * database changes them, and whatever is not in it is read there.
 */
export class StartCopy {
  readonly #area: StorageArea;
  #kept: Partial<StartRecords> = {};
  /** Shards that may be in the area: all that is to be removed one day. */
  #named = new Set<string>();
  /** Those that are there as far as this life knows. */
  #stored = new Set<string>();
  /** Goes up with whatever is dropped: what was being kept before is not wanted any more. */
  #turn = 0;
  /** The turn whose shards are being copied. */
  #copying: number | null = null;

  /** @param area `storage.session`: memory of the browser, which content scripts cannot reach */
  constructor(area: StorageArea) {
    this.#area = area;
  }

  /** What an earlier life has kept; null where something of it is missing. */
  async read(): Promise<StartRecords | null> {
    const asked = [VISIBLE, ME, CONTACT, SHARDS].map((name) => this.#area.get(name));
    const items: Record<string, unknown> = Object.assign({}, ...(await Promise.all(asked)));
    const { [VISIBLE]: text, [ME]: me, [CONTACT]: contact, [SHARDS]: shards } = items;
    if (Array.isArray(shards)) {
      this.#named = new Set(shards);
      this.#stored = new Set(shards);
    }
    if (typeof text !== 'string' || !me || !contact) return null;
    const { keyHash, visible } = JSON.parse(text) as Pick<StartRecords, 'keyHash' | 'visible'>;
    this.#kept = { keyHash, visible, me: me as Me, contact: contact as Contact };
    return this.#kept as StartRecords;
  }

  /** A shard of the glyph index; null where it is not here. */
  shard(ref: PartRef): Promise<GlyphShard | null> | null {
    const name = partName(ref);
    return this.#stored.has(name) ? this.#readShard(name, ref.count) : null;
  }

  /**
   * Keeps these records for the next start, and the glyph index they go with as far as it is small enough.
   * @param shardOf null where the part is lost
   */
  async keep(records: StartRecords, shardOf: (ref: PartRef) => Promise<GlyphShard | null>): Promise<void> {
    const turn = this.#turn;
    try {
      await this.#area.set(this.#changed(records));
      // Whoever is copying them already goes on.
      if (turn !== this.#turn || this.#copying === turn) return;
      this.#copying = turn;
      await this.#keepShards(glyphRefs(records.visible.manifest), turn, shardOf);
    } catch {
      // There is no room: starts ask the database.
      if (turn === this.#turn) await this.clear();
    } finally {
      if (this.#copying === turn) this.#copying = null;
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
    const names = [VISIBLE, ME, CONTACT, SHARDS, ...[...this.#named].map(shardKey)];
    this.#kept = {};
    this.#named = new Set();
    this.#stored = new Set();
    await this.#area.remove(names).catch(() => {});
  }

  #changed(records: StartRecords): Record<string, unknown> {
    const { keyHash, visible, me, contact } = records;
    const kept = this.#kept;
    this.#kept = records;
    const isSame = kept.keyHash === keyHash && kept.visible?.manifest === visible.manifest;
    return {
      ...(isSame ? {} : { [VISIBLE]: JSON.stringify({ keyHash, visible }) }),
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
    const missing = refs.filter((ref) => !this.#stored.has(partName(ref)));
    const wanted = new Set(refs.map(partName));
    const gone = [...this.#named].filter((name) => !wanted.has(name));
    if (missing.length === 0 && gone.length === 0) return;
    for (const name of gone) this.#stored.delete(name);
    // First of all, for two whole indexes may be too much.
    await this.#area.remove(gone.map(shardKey));
    if (turn !== this.#turn) return;
    // Named before they are there, so that none is ever forgotten.
    this.#named = wanted;
    await this.#area.set({ [SHARDS]: [...wanted] });
    for (const ref of missing) {
      const shard = turn === this.#turn ? await shardOf(ref) : null;
      if (turn !== this.#turn) return;
      if (shard === null) continue;
      const name = partName(ref);
      await this.#area.set({ [shardKey(name)]: toBase64(shard.bytes) });
      if (turn === this.#turn) this.#stored.add(name);
    }
  }

  async #readShard(name: string, count: number): Promise<GlyphShard | null> {
    try {
      const key = shardKey(name);
      const { [key]: text } = await this.#area.get(key);
      if (typeof text === 'string') return new GlyphShard(fromBase64(text), count);
    } catch {
      // It is read from the database instead.
    }
    // So that it is copied anew.
    this.#stored.delete(name);
    return null;
  }
}

const shardKey = (name: string): string => `start.${name}`;

/** All shards, or none where they are too large together. */
function glyphRefs(manifest: Manifest): PartRef[] {
  const refs = allParts(manifest).filter(({ kind, count }) => kind === 'glyphs' && count > 0);
  const bytes = refs.reduce((sum, { count }) => sum + GlyphShard.bytesOf(count), 0);
  return bytes > MOST_SHARD_BYTES ? [] : refs;
}
