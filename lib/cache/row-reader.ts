import type { Layer, LayerParts, Manifest, PartRef } from '../contract/manifest.ts';
import { MoneyRow } from '../contract/money-row.ts';
import { hashOfLine, parseSegmentLine, type SegmentLine } from '../contract/parts/segment-line.ts';
import { WordsRow } from '../contract/words-row.ts';
import { partsFor } from './manifest-parts.ts';

/** A manifest, or as much of it as is to be looked at. */
type Scopes = Pick<Manifest, 'scopes'>;

/** Those lines of a stored segment among which a hash's is, or null when it is lost or unreadable (then it is fetched again). */
export type ReadLines = (ref: PartRef, hash: string) => Promise<string | null>;

const SCHEMAS = { words: WordsRow, money: MoneyRow };

/** An account's line, an alias that leads to it and one more in case keys were merged twice. */
const MAX_HOPS = 3;

/** @param key the record key whose hash it is, where it is known: the row is found sooner */
export async function readWords(
  within: Scopes,
  hash: string,
  readLines: ReadLines,
  key?: string,
): Promise<WordsRow | null> {
  return parse('words', await readRow(within, 'words', hash, readLines, key)) as WordsRow | null;
}

export async function readMoney(
  within: Scopes,
  hash: string,
  readLines: ReadLines,
): Promise<MoneyRow | null> {
  return parse('money', await readRow(within, 'money', hash, readLines)) as MoneyRow | null;
}

async function readRow(
  within: Scopes,
  layer: Layer,
  start: string,
  readLines: ReadLines,
  key?: string,
): Promise<unknown> {
  let hash = start;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const line = await readLine(layersOf(within, layer), hash, readLines, key);
    if (line === null) return null;
    if (typeof line.to !== 'string') return line.row;
    hash = line.to;
  }
  return null;
}

async function readLine(
  layers: readonly LayerParts[],
  hash: string,
  readLines: ReadLines,
  key?: string,
): Promise<SegmentLine | null> {
  for (const layer of layers) {
    for (const ref of partsFor(layer, 'segment', hash)) {
      const text = await readLines(ref, hash);
      // Without its changes a base says nothing of them: no statement beats an old one.
      if (text === null) break;
      const line = findLine(text, hash, key);
      // It may have moved to another scope.
      if (line?.row === null) break;
      if (line !== null) return line;
    }
  }
  return null;
}

export function layersOf({ scopes }: Scopes, layer: Layer): LayerParts[] {
  return scopes.flatMap(({ layers }) => layers.filter((parts) => parts.layer === layer));
}

/**
 * The line with this hash. One that says its hash is found without parsing the others, and so is one whose first
 * record key is known.
 */
export function findLine(text: string, hash: string, key?: string): SegmentLine | null {
  const marks = [`"h":"${hash}"`, ...(key === undefined ? [] : [`"keys":[${JSON.stringify(key)}`])];
  for (const mark of marks) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
      const start = text.lastIndexOf('\n', at) + 1;
      const end = text.indexOf('\n', at);
      const line = parseSegmentLine(text.slice(start, end === -1 ? undefined : end));
      // The mark may also stand inside a row's own text.
      if (line !== null && hashOfLine(line) === hash) return line;
    }
  }
  for (const part of text.split('\n')) {
    // A line that says its hash was found above.
    const line = part.startsWith('{"row":') ? parseSegmentLine(part) : null;
    if (line !== null && hashOfLine(line) === hash) return line;
  }
  return null;
}

/** A row this version cannot read is no row: no statement beats a guessed one. */
function parse(layer: Layer, row: unknown): WordsRow | MoneyRow | null {
  const result = SCHEMAS[layer].safeParse(row);
  return result.success ? result.data : null;
}
