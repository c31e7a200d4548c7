import type { Layer, PartRef } from '../../lib/contract/manifest.ts';
import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import { canonicalJson } from './canonical-json.ts';
import { goneGlyph } from './index-parts.ts';
import { aliasLine, goneRow, type PartLine, rowLine } from './part-line.ts';

/** What a scope publishes of one account. */
export interface PublishedAccount {
  /** Index into the evaluation's glyphs. */
  glyph: number;
  words: WordsRow;
  money: MoneyRow;
}

/** One line or entry of one account, as a part of changes holds it. */
export interface ChangeLine {
  layer: Layer;
  kind: PartRef['kind'];
  /** Of the record key; for search of the account's first one. */
  hash: string;
  /** Text of the line; for glyphs the index, for search the name as JSON. */
  body: string;
  /** The base has it and it is no longer there. */
  gone: boolean;
}

/** Lines in which an account differs from its scope's base; null: not there. None where it is as it was. */
export function changedLines(base: PublishedAccount | null, now: PublishedAccount | null): ChangeLine[] {
  const before = linesOf(base);
  const after = linesOf(now);
  const lines = [...after].flatMap(([name, line]) => (before.get(name)?.body === line.body ? [] : [line]));
  for (const [name, line] of before) if (!after.has(name)) lines.push(gone(line));
  return lines;
}

function linesOf(account: PublishedAccount | null): Map<string, ChangeLine> {
  const lines: Omit<ChangeLine, 'gone'>[] = [];
  if (account !== null) {
    const { name, keys } = account.words;
    const hashes = keys.map(hash64);
    const home = hashes[0] as string;
    for (const layer of ['words', 'money'] as const) {
      for (const { hash, text } of rowAndAliases(layer, hashes, account[layer])) {
        lines.push({ layer, kind: 'segment', hash, body: text });
      }
    }
    for (const hash of hashes)
      lines.push({ layer: 'words', kind: 'glyphs', hash, body: String(account.glyph) });
    lines.push({ layer: 'words', kind: 'search', hash: home, body: JSON.stringify(name) });
  }
  return new Map(lines.map((line) => [`${line.layer} ${line.kind} ${line.hash}`, { ...line, gone: false }]));
}

function rowAndAliases(layer: Layer, [home = '', ...aliases]: readonly string[], row: unknown): PartLine[] {
  // The base's row has been through the database, which orders keys its own way.
  return [
    rowLine(layer, home, JSON.parse(canonicalJson(row))),
    ...aliases.map((alias) => aliasLine(alias, home)),
  ];
}

function gone(line: ChangeLine): ChangeLine {
  return { ...line, body: goneBody(line), gone: true };
}

function goneBody({ kind, hash }: ChangeLine): string {
  switch (kind) {
    case 'segment':
      return goneRow(hash).text;
    case 'glyphs':
      return String(goneGlyph(hash).glyph);
    case 'search':
      return 'null';
  }
}
