import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import type { Portfolio } from '../../lib/engine/assessment.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { UserError } from '../user-error.ts';
import type { AdvisorSource } from './advisor-source.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Directory } from './directory.ts';
import { glyphCode } from './glyph-code.ts';
import { moneyRow } from './money-row.ts';
import { wordsRow } from './words-row.ts';

export interface AccountRows {
  id: string;
  territory: string;
  glyph: number;
  words: WordsRow;
  money: MoneyRow;
}

/** The glyph index stores the number of a glyph in 16 bits. */
const MOST_GLYPHS = 65_536;

/** Rows of both layers, and the list of different glyphs in an order that depends on nothing but themselves. */
export function buildRows(
  portfolio: Portfolio,
  directory: Directory,
  words: PolicyWords,
  advisor: AdvisorSource,
): { rows: AccountRows[]; glyphs: GlyphCode[] } {
  const drafts = portfolio.accounts.map((judged) => {
    const account = directory.accounts.get(judged.id);
    if (!account) throw new Error(`account ${judged.id} was judged but is not in the directory`);
    const glyph = glyphCode(words, judged);
    return { judged, account, glyph, text: canonicalJson(glyph) };
  });
  const codes = new Map(drafts.map(({ text, glyph }) => [text, glyph]));
  const order = [...codes.keys()].sort(byCodeUnit);
  if (order.length > MOST_GLYPHS) {
    throw new UserError(
      'The policy makes more than 65,536 different badges. Use fewer tiers, levels or pools.',
    );
  }
  const numbers = new Map(order.map((text, i) => [text, i]));
  const rows = drafts.map(({ judged, account, text }) => ({
    id: account.id,
    territory: account.territory,
    glyph: numbers.get(text) as number,
    words: wordsRow(directory, account, judged, portfolio),
    money: moneyRow(portfolio, judged, advisor(judged.id)),
  }));
  return { rows, glyphs: order.map((text) => codes.get(text) as GlyphCode) };
}
