import { describe, expect, it } from 'vitest';
import { luminance } from './backdrop.ts';
import { DARK, LIGHT } from './tokens.ts';

function contrast(a: string, b: string): number {
  const [high, low] = [a, b].map((text) => luminance(rgba(text))).sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function rgba(hex: string): [number, number, number, number] {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
  return [red!, green!, blue!, 1];
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('%s theme', (_, tokens) => {
  it('has readable text and letters (4.5 : 1)', () => {
    expect(contrast(tokens.text, tokens.surface)).toBeGreaterThan(4.5);
    for (const [fill, on] of tokens.ranks) {
      expect(contrast(fill, on), `${on} on ${fill}`).toBeGreaterThan(4.5);
      expect(contrast(fill, tokens.surface), `${fill} as an outline`).toBeGreaterThan(4.5);
    }
  });

  it('has signs, dot and border that are seen (3 : 1)', () => {
    for (const colour of [...Object.values(tokens.signs), tokens.due, tokens.border]) {
      expect(contrast(colour, tokens.surface), colour).toBeGreaterThan(3);
    }
  });
});
