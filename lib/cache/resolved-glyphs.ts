import { GLYPH_GONE } from '../contract/manifest.ts';
import type { GlyphShard } from '../contract/parts/glyph-shard.ts';
import { GlyphTable } from './glyph-table.ts';
import type { ShardList } from './shard-list.ts';

/** The lists of each scope: its changes before its base. */
type Lists = readonly (readonly ShardList[])[];

/** Keys that were asked for: fewer are searched sooner than a table is made. */
const ENOUGH_KEYS = 500;
/** Above it a table takes too much memory (24 bytes an entry), and too long until it is made. */
const MOST_ENTRIES = 1_500_000;

/**
 * What a glyph index says of every record, in one table: whoever has ten territories would else ask one after the other
 * for each key of a list. It is made by and by, a shard with each look-up, so that none of them waits for it.
 */
export class ResolvedGlyphs {
  readonly #lists: Lists;
  readonly #count: number;
  #asked = 0;
  #making: Generator<void, GlyphTable> | null = null;
  /** The whole table; null as long as there is none. */
  table: GlyphTable | null = null;

  constructor(lists: Lists) {
    this.#lists = lists;
    this.#count = lists.flat().reduce((sum, { count }) => sum + count, 0);
  }

  /** Goes on a little where it pays. @param asked keys that were looked up */
  grow(asked: number): void {
    if (this.table !== null || this.#count > MOST_ENTRIES) return;
    this.#asked += asked;
    if (this.#asked < ENOUGH_KEYS || !this.#lists.flat().every(({ isWhole }) => isWhole)) return;
    this.#making ??= makeTable(this.#lists, this.#count);
    const { done, value } = this.#making.next();
    if (done) this.table = value;
  }
}

/** Stops after each shard. */
function* makeTable(scopes: Lists, count: number): Generator<void, GlyphTable> {
  const table = new GlyphTable(count);
  for (const lists of scopes) {
    for (const list of lists) {
      for (const shard of list.shards) {
        addShard(table, shard, list === lists[0] ? null : (lists[0] as ShardList));
        yield;
      }
    }
  }
  return table;
}

/** @param changes of the same scope: what they say of a record is said already */
function addShard(table: GlyphTable, shard: GlyphShard, changes: ShardList | null): void {
  for (let i = 0; i < shard.count; i++) {
    const high = shard.highAt(i);
    const low = shard.lowAt(i);
    const glyph = shard.glyphAt(i);
    // What is gone from here may be in another scope.
    if (glyph === GLYPH_GONE || (changes !== null && saysOf(changes, high, low))) continue;
    table.add(high, low, glyph);
  }
}

function saysOf(list: ShardList, high: number, low: number): boolean {
  const shard = list.at(high, low);
  return !!shard && shard.find(high, low) !== -1;
}
