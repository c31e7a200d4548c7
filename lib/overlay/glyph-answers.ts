import type { ContentRequest, ContentResponses, GlyphView } from '../contract/content-messages.ts';

/** The record a page shows, as the worker is told. */
export type ShownPage = NonNullable<Extract<ContentRequest, { verb: 'lookup' }>['page']>;

export interface GlyphAnswers {
  /** The glyph of a key; null: nobody knows it; undefined: not answered yet. */
  known(key: string): GlyphView | null | undefined;
  /** Asks for what is not known yet and, with `page`, tells the worker what the tab shows (null: no record). */
  fetch(keys: readonly string[], page?: ShownPage | null): Promise<void>;
  /** Settings, sign-in or data have changed. */
  forget(): void;
}

/** The worker refuses larger messages. */
const KEYS_PER_MESSAGE = 200;
/** Long lists are scrolled for hours: older answers are asked for again. */
const KEPT = 5_000;

export function createGlyphAnswers(
  lookup: (keys: string[], page?: ShownPage | null) => Promise<ContentResponses['lookup'] | null>,
): GlyphAnswers {
  let glyphs = new Map<string, GlyphView | null>();
  return {
    known: (key) => glyphs.get(key),
    forget: () => {
      glyphs = new Map();
    },
    async fetch(keys, page) {
      const store = glyphs;
      const missing = keys.filter((key) => !store.has(key));
      for (let at = 0; at === 0 || at < missing.length; at += KEYS_PER_MESSAGE) {
        const asked = missing.slice(at, at + KEYS_PER_MESSAGE);
        const tell = at === 0 && page !== undefined;
        if (asked.length === 0 && !tell) return;
        const answer = await (tell ? lookup(asked, page) : lookup(asked));
        if (!answer) return;
        if (store.size > KEPT) store.clear();
        asked.forEach((key, at) => void store.set(key, answer.views[answer.glyphs[at] ?? -1] ?? null));
      }
    },
  };
}
