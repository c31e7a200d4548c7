import type { Template } from './template.ts';
import { TIER_TEMPLATES } from './tier-templates.ts';
import { VERDICT_TEMPLATES } from './verdict-templates.ts';
import type { Wording } from './wording.ts';

/** One sentence per reason code; amounts never stand in the wording without amounts. */
export const ACCOUNT_TEMPLATES = {
  ...TIER_TEMPLATES,
  ...VERDICT_TEMPLATES,
  source: {
    section: '17',
    de: { text: 'Nach Geschäftskonzept {version:word}, Zahlen bis {asOf:day}.' },
    en: { text: 'By business concept {version:word}, figures to {asOf:day}.' },
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type ReasonCode = keyof typeof ACCOUNT_TEMPLATES;

/** False for codes of newer versions. */
export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(ACCOUNT_TEMPLATES, code);
}

/** The wording of a code for a language and a right. */
export function wordingOf(code: ReasonCode, language: 'de' | 'en', money: boolean): Template {
  const wording: Wording = ACCOUNT_TEMPLATES[code];
  if (money) return wording[language];
  return (language === 'de' ? wording.deWords : wording.enWords) ?? wording[language];
}

export function sectionOf(code: ReasonCode): string {
  return ACCOUNT_TEMPLATES[code].section;
}
