import type { Layer, LayerParts, Manifest, PartRef } from '../contract/manifest.ts';
import { MoneyRow } from '../contract/money-row.ts';
import { WordsRow } from '../contract/words-row.ts';
import { partsFor } from './manifest-parts.ts';

/** A manifest, or as much of it as is to be looked at. */
type Scopes = Pick<Manifest, 'scopes'>;

/** Text of one stored part, or null when it is lost or unreadable (then it is fetched again). */
export type ReadText = (ref: PartRef) => Promise<string | null>;

const SCHEMAS = { words: WordsRow, money: MoneyRow };

/** An account's line, an alias that leads to it and one more in case keys were merged twice. */
const MAX_HOPS = 3;

export async function readWords(within: Scopes, hash: string, readText: ReadText): Promise<WordsRow | null> {
  return parse('words', await readRow(within, 'words', hash, readText)) as WordsRow | null;
}

export async function readMoney(within: Scopes, hash: string, readText: ReadText): Promise<MoneyRow | null> {
  return parse('money', await readRow(within, 'money', hash, readText)) as MoneyRow | null;
}

async function readRow(within: Scopes, layer: Layer, start: string, readText: ReadText): Promise<unknown> {
  let hash = start;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const line = await readLine(layersOf(within, layer), hash, readText);
    if (line === null) return null;
    if (typeof line.to !== 'string') return line.row;
    hash = line.to;
  }
  return null;
}

interface Line {
  h: string;
  /** Null among changes: gone from this scope. */
  row?: unknown;
  to?: unknown;
}

async function readLine(
  layers: readonly LayerParts[],
  hash: string,
  readText: ReadText,
): Promise<Line | null> {
  for (const layer of layers) {
    for (const ref of partsFor(layer, 'segment', hash)) {
      const text = await readText(ref);
      // Without its changes a base says nothing of them: no statement beats an old one.
      if (text === null) break;
      const line = findLine(text, hash);
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

/** The line with this hash, found without parsing the others. */
export function findLine(text: string, hash: string): Line | null {
  const mark = `"h":"${hash}"`;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const line = parseLine(text.slice(start, end === -1 ? undefined : end));
    // The mark may also stand inside a row's own text.
    if (line?.h === hash) return line;
  }
  return null;
}

function parseLine(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Line) : null;
  } catch {
    return null;
  }
}

/** A row this version cannot read is no row: no statement beats a guessed one. */
function parse(layer: Layer, row: unknown): WordsRow | MoneyRow | null {
  const result = SCHEMAS[layer].safeParse(row);
  return result.success ? result.data : null;
}
