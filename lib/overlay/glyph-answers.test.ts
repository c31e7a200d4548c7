import { describe, expect, it, vi } from 'vitest';
import type { GlyphView } from '../contract/content-messages.ts';
import { createGlyphAnswers } from './glyph-answers.ts';

const overlay = {
  active: true,
  badge: true,
  chips: true,
  language: 'en' as const,
  crm: { settings: {}, off: [], only: null },
};
const glyph: GlyphView = {
  letter: 'A',
  rank: 1,
  fill: 'filled',
  label: 'Exclusive',
  sign: 'carries',
  due: false,
  stale: false,
  sentence: '',
};

function answers() {
  const lookup = vi.fn(async (keys: string[], _page?: unknown) => ({
    overlay,
    views: [glyph],
    glyphs: keys.map((key) => (key.startsWith('known') ? 0 : null)),
  }));
  return { lookup, glyphs: createGlyphAnswers(lookup) };
}

describe('glyph answers', () => {
  it('tells known, unknown and not asked apart', async () => {
    const { glyphs } = answers();
    await glyphs.fetch(['known-1', 'other']);
    expect(glyphs.known('known-1')).toBe(glyph);
    expect(glyphs.known('other')).toBeNull();
    expect(glyphs.known('later')).toBeUndefined();
  });

  it('sends 200 keys in one message and never more', async () => {
    const { glyphs, lookup } = answers();
    await glyphs.fetch(Array.from({ length: 200 }, (_, i) => `a${i}`));
    expect(lookup).toHaveBeenCalledTimes(1);
    await glyphs.fetch(Array.from({ length: 450 }, (_, i) => `b${i}`));
    expect(lookup.mock.calls.map(([keys]) => keys.length)).toEqual([200, 200, 200, 50]);
  });

  it('does not ask twice, but always tells the page', async () => {
    const { glyphs, lookup } = answers();
    const page = { keys: ['known-1'], heading: '' };
    await glyphs.fetch(['known-1'], page);
    await glyphs.fetch(['known-1']);
    expect(lookup).toHaveBeenCalledTimes(1);
    await glyphs.fetch(['known-1'], page);
    await glyphs.fetch([], null);
    expect(lookup.mock.calls.slice(1)).toEqual([
      [[], page],
      [[], null],
    ]);
  });

  it('a late answer to a question from before the change does not fill the new store', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const glyphs = createGlyphAnswers(async (keys) => {
      await gate;
      return { overlay, views: [glyph], glyphs: keys.map(() => 0) };
    });
    const pending = glyphs.fetch(['known-1']);
    glyphs.forget();
    release();
    await pending;
    expect(glyphs.known('known-1')).toBeUndefined();
  });

  it('no answer leaves everything open', async () => {
    const glyphs = createGlyphAnswers(async () => null);
    await glyphs.fetch(['known-1']);
    expect(glyphs.known('known-1')).toBeUndefined();
  });
});
