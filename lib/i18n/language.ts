export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the user chose, or the browser's language where "auto"; anything but German reads English. */
export function resolveLanguage(setting: 'auto' | Language, browserLanguage: string): Language {
  if (setting !== 'auto') return setting;
  return /^de\b/i.test(browserLanguage) ? 'de' : 'en';
}

/** Locale for Intl: English reads dates as "31 Oct 2026" and numbers as "11,800". */
export function intlLocale(language: Language): string {
  return language === 'de' ? 'de-DE' : 'en-GB';
}
