import type { GlyphCode } from '../../lib/contract/manifest.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { Assessment, Portfolio } from '../../lib/engine/assessment.ts';
import type { AdvisorSource } from './advisor-source.ts';
import type { Directory } from './directory.ts';
import { glyphCode } from './glyph-code.ts';
import { GlyphList } from './glyph-list.ts';
import { moneyRow } from './money-row.ts';
import type { AccountRows } from './store-rows.ts';
import { wordsRow } from './words-row.ts';

/** Makes the rows of some judged accounts; how all glyphs of the portfolio are numbered is settled before. */
export interface RowBuilder {
  glyphs: readonly GlyphCode[];
  rowsOf(judged: readonly Assessment[], directory: Directory): AccountRows[];
}

export function rowBuilder(portfolio: Portfolio, words: PolicyWords, advisor: AdvisorSource): RowBuilder {
  const list = GlyphList.of(glyphsOf(words, portfolio.accounts));
  return {
    glyphs: list.glyphs,
    rowsOf: (judged, directory) =>
      judged.map((assessment) => {
        const account = directory.accounts.get(assessment.id);
        if (!account) throw new Error(`account ${assessment.id} was judged but is not in the directory`);
        return {
          id: account.id,
          territory: account.territory,
          glyph: list.numberOf(glyphOf(words, assessment)),
          words: wordsRow(directory, account, assessment, portfolio),
          money: moneyRow(portfolio, assessment, advisor(assessment.id)),
        };
      }),
  };
}

function* glyphsOf(words: PolicyWords, judged: readonly Assessment[]): Generator<GlyphCode> {
  for (const assessment of judged) yield glyphOf(words, assessment);
}

function glyphOf(words: PolicyWords, assessment: Assessment): GlyphCode {
  const { suggestedLevel: level, userState: state } = assessment;
  return glyphCode(words, { ...assessment, level, state });
}
