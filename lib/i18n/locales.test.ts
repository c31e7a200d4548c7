import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const load = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../assets/locales/${language}.json`, import.meta.url), 'utf8'));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('locales', () => {
  const de = load('de');
  const en = load('en');

  it('have the same keys in the same order', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
  });

  it.each(Object.keys(en))('%s: same placeholders, no empty text, no stray space', (key) => {
    const singular = key.endsWith('_one');
    const [german, english] = [de[key] ?? '', en[key] ?? ''];
    if (!singular) expect(placeholders(german)).toEqual(placeholders(english));
    for (const text of [german, english]) {
      expect(text).not.toBe('');
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/ {2}/);
    }
  });

  it('has both forms of every plural', () => {
    for (const key of Object.keys(en)) {
      if (key.endsWith('_one')) expect(en).toHaveProperty([key.replace(/_one$/, '_other')]);
    }
  });

  it('addresses Germans formally and speaks of Kunden, not Konten', () => {
    for (const [key, text] of Object.entries(de)) {
      expect(text, key).not.toMatch(/\b(du|dir|dich|dein\w*|Konto|Konten)\b/i);
    }
  });

  it('keeps banned words away from everyone', () => {
    for (const [key, text] of [...Object.entries(de), ...Object.entries(en)]) {
      expect(text, key).not.toMatch(
        /subsid|structural|strukturell|over limit|withheld|bad customer|schlechte/i,
      );
    }
  });
});
