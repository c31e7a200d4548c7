import type { GlyphCode } from '../../lib/contract/manifest.ts';
import { GLYPH_GONE } from '../../lib/contract/manifest.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';
import { UserError } from '../user-error.ts';
import { canonicalJson } from './canonical-json.ts';

/** Numbers of different glyphs: the glyph index stores them in 16 bits. */
export class GlyphList {
  readonly #numbers: Map<string, number>;
  readonly glyphs: GlyphCode[];

  constructor(glyphs: readonly GlyphCode[]) {
    this.glyphs = [...glyphs];
    this.#numbers = new Map(glyphs.map((glyph, number) => [canonicalJson(glyph), number]));
    this.#check();
  }

  /** Glyphs each once, in an order that depends on nothing but themselves. */
  static of(glyphs: Iterable<GlyphCode>): GlyphList {
    const codes = new Map<string, GlyphCode>();
    for (const glyph of glyphs) codes.set(canonicalJson(glyph), glyph);
    const texts = [...codes.keys()].sort(byCodeUnit);
    return new GlyphList(texts.map((text) => codes.get(text) as GlyphCode));
  }

  /** Number of a glyph; a new one comes last, so that those given out stay true. */
  numberOf(glyph: GlyphCode): number {
    const text = canonicalJson(glyph);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.glyphs.length);
    this.glyphs.push(glyph);
    this.#check();
    return this.glyphs.length - 1;
  }

  #check(): void {
    if (this.glyphs.length <= GLYPH_GONE) return;
    throw new UserError(
      'The policy makes more than 65,535 different badges. Use fewer tiers, levels or pools.',
    );
  }
}
