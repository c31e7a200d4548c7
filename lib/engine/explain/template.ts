import type { Cents, Fraction, IsoDate } from '../types.ts';
import { formatAmount, formatDay, formatShare, parseAmount, parseDay, parseShare } from './format.ts';

export type Language = 'de' | 'en';
/** Numbers and words of a sentence: cents, counts, shares, days, ids. */
export type Params = Readonly<Record<string, number | string | Fraction>>;

/**
 * A sentence with places to fill, `{name:kind}`. Kinds: `money`, `count`, `share`, `day`, `word`, and `choice`,
 * whose phrases stand in `choices`. The same template writes and reads, so that a sentence says the rule and
 * nothing else (domain §17.2).
 */
export interface Template {
  text: string;
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const PLACE = /\{(\w+):(\w+)\}/g;

export function fillTemplate(
  template: Template,
  params: Params,
  {
    language,
    currency,
    amount = (cents) => formatAmount(cents, currency, language),
  }: { language: Language; currency: string; amount?: (cents: Cents) => string },
): string {
  return template.text.replace(PLACE, (_, name: string, kind: string) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`the sentence "${template.text}" lacks ${name}`);
    if (kind === 'money') return amount(value as Cents);
    if (kind === 'share') return formatShare(value as Fraction);
    if (kind === 'day') return formatDay(value as IsoDate, language);
    if (kind === 'choice') return choose(template, name, String(value));
    return String(value);
  });
}

/** Names of the places of a sentence. */
export function placesOf({ text }: Template): string[] {
  return [...text.matchAll(PLACE)].map(([, name = '']) => name);
}

/** Reads a sentence back; null where the template did not write it. */
export function readTemplate(template: Template, sentence: string, language: Language): Params | null {
  const places = [...template.text.matchAll(PLACE)].map(([, name = '', kind = '']) => ({ name, kind }));
  const pattern = template.text
    .split(PLACE)
    .map((part, i) =>
      i % 3 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : i % 3 === 1 ? '(.+?)' : '',
    )
    .join('');
  const match = new RegExp(`^${pattern}$`, 'u').exec(sentence);
  if (!match) return null;
  const params: Record<string, number | string | Fraction> = {};
  for (const [i, { name, kind }] of places.entries()) {
    const value = readPlace(template, name, kind, match[i + 1]!, language);
    if (value === null) return null;
    params[name] = value;
  }
  return params;
}

function readPlace(
  template: Template,
  name: string,
  kind: string,
  text: string,
  language: Language,
): number | string | Fraction | null {
  if (kind === 'money') return parseAmount(text, language);
  if (kind === 'share') return parseShare(text);
  if (kind === 'day') return parseDay(text, language);
  if (kind === 'count') return /^-?\d+$/.test(text) ? Number(text) : null;
  if (kind === 'word') return text;
  const phrases = Object.entries(template.choices?.[name] ?? {});
  return phrases.find(([, phrase]) => phrase === text)?.[0] ?? null;
}

function choose(template: Template, name: string, value: string): string {
  const phrase = template.choices?.[name]?.[value];
  if (phrase === undefined)
    throw new RangeError(`the sentence "${template.text}" has no phrase for ${name}=${value}`);
  return phrase;
}
