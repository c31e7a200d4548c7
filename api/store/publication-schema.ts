import type { ColumnType, Generated } from 'kysely';
import type { GlyphCode, Layer, PartRef } from '../../lib/contract/manifest.ts';
import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { PolicyDocument } from '../../lib/contract/policy-document.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { CompanyFigures } from '../../lib/contract/portfolio.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';

/** JSON goes in as text (both drivers agree on that) and comes out parsed. */
export type Json<T> = ColumnType<T, string, string>;
export type Time = ColumnType<Date, Date, Date>;

/** What the extension reads: evaluations, their rows and parts, and what has changed since. */
export interface PublicationTables {
  evaluations: {
    evaluation_id: string;
    published_at: Time;
    as_of: string;
    policy_version: string;
    input_hash: string;
    policy_hash: string;
    result_hash: string;
    policy_words: Json<PolicyWords>;
    /** Grows with changes, and only at its end. */
    glyphs: Json<GlyphCode[]>;
    /** Day the care of the calendar year was counted to; null in publications of older versions. */
    care_until: string | null;
    /** The concept it was judged by; null in publications of older versions. */
    policy_document: ColumnType<PolicyDocument | null, string | null, string>;
  };
  evaluation_summaries: { evaluation_id: string; summary: Json<CompanyFigures> };
  words_rows: {
    account_id: string;
    territory: string;
    glyph: number;
    /** The best go short: counts as a best customer waiting. */
    waiting: boolean;
    /** Not covered for good: a decision is pending. */
    undecided: boolean;
    data: Json<WordsRow>;
    /** Hash of the first record key: where the row is stored. */
    home: string;
    /** Name as the search index is ordered. */
    search_name: string;
  };
  money_rows: { account_id: string; territory: string; data: Json<MoneyRow> };
  parts: { digest: string; bytes: Uint8Array };
  part_refs: {
    evaluation_id: string;
    scope: string;
    layer: Layer;
    list: 'base' | 'changes';
    position: number;
    kind: PartRef['kind'];
    digest: string;
    bytes: number;
    count: number;
    first: string;
    last: string;
    /** Since when no manifest has named it; clients that read an older one may still fetch it for a while. */
    retired_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  published_scopes: {
    evaluation_id: string;
    scope: string;
    accounts: number;
    /** Accounts in the base. */
    base_accounts: number;
    /** Rises with every change of what the scope publishes. */
    revision: number;
  };
  /** Record keys as published: `hash` of the key, `home` of the account's first one. */
  published_keys: {
    hash: string;
    home: string;
    record_key: string;
    account_id: string;
    territory: string;
  };
  /** What a scope's base says of an account that has changed since; null: nothing. */
  base_rows: {
    scope: string;
    account_id: string;
    glyph: number | null;
    words: Json<WordsRow> | null;
    money: Json<MoneyRow> | null;
  };
  /** What differs from the base, as it goes into the parts. */
  change_lines: {
    scope: string;
    layer: Layer;
    kind: PartRef['kind'];
    /** Of the record key; for search of the account id. */
    hash: string;
    account_id: string;
    body: string;
    /** Says that the base's line is no longer there; another account may have the record key now. */
    gone: boolean;
    /** Not in a part yet. */
    fresh: boolean;
  };
  /** Accounts to look at again, in the order of the changes; more than once where they changed more than once. */
  changed_accounts: { change_id: Generated<number>; account_id: string };
}
