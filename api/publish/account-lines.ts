import type { Layer, PartRef } from '../../lib/contract/manifest.ts';
import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { hash64 } from '../../lib/util/hash64.ts';
import {
  aliasLine,
  goneGlyph,
  goneName,
  goneRow,
  type PartLine,
  rowLine,
  searchText,
} from './build-parts.ts';
import { canonicalJson } from './canonical-json.ts';

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
  /** Of the record key; for search of the account id. */
  hash: string;
  /** Text of the line; for glyphs the index. */
  body: string;
  /** The base has it and it is no longer there. */
  gone: boolean;
}

/** Lines in which an account differs from its scope's base; null: not there. None where it is as it was. */
export function changedLines(base: PublishedAccount | null, now: PublishedAccount | null): ChangeLine[] {
  const before = linesOf(base);
  const after = linesOf(now);
  const lines = [...after].flatMap(([name, line]) => (before.get(name)?.body === line.body ? [] : [line]));
  for (const [name, line] of before) if (!after.has(name)) lines.push(gone(line, base));
  return lines;
}

function linesOf(account: PublishedAccount | null): Map<string, ChangeLine> {
  const lines: Omit<ChangeLine, 'gone'>[] = [];
  if (account !== null) {
    const { id, name, keys } = account.words;
    const hashes = keys.map(hash64);
    const home = hashes[0] as string;
    for (const layer of ['words', 'money'] as const) {
      for (const { hash, text } of rowAndAliases(hashes, account[layer])) {
        lines.push({ layer, kind: 'segment', hash, body: text });
      }
    }
    for (const hash of hashes)
      lines.push({ layer: 'words', kind: 'glyphs', hash, body: String(account.glyph) });
    lines.push({ layer: 'words', kind: 'search', hash: hash64(id), body: searchText(home, id, name) });
  }
  return new Map(lines.map((line) => [`${line.layer} ${line.kind} ${line.hash}`, { ...line, gone: false }]));
}

function rowAndAliases([home = '', ...aliases]: readonly string[], row: unknown): PartLine[] {
  // The base's row has been through the database, which orders keys its own way.
  return [rowLine(home, JSON.parse(canonicalJson(row))), ...aliases.map((alias) => aliasLine(alias, home))];
}

function gone(line: ChangeLine, base: PublishedAccount | null): ChangeLine {
  return { ...line, body: goneBody(line, base?.words.id ?? ''), gone: true };
}

function goneBody({ kind, hash }: ChangeLine, id: string): string {
  switch (kind) {
    case 'segment':
      return goneRow(hash).text;
    case 'glyphs':
      return String(goneGlyph(hash).glyph);
    case 'search':
      return goneName(id);
  }
}
