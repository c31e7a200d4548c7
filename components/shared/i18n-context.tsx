import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createFormat, type Format } from '../../lib/i18n/format.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { createTranslator, type Translator } from '../../lib/i18n/translator.ts';

export interface I18n {
  t: Translator;
  format: Format;
  language: Language;
  /** The moment the page is drawn for: times of today and the elapsed year hang on it. */
  now: Date;
}

const I18nContext = createContext<I18n | null>(null);

interface ProviderProps {
  language: Language;
  /** Reporting currency; amounts are never shown before it is known. */
  currency: string | null;
  now: Date;
  children: ReactNode;
}

export function I18nProvider({ language, currency, now, children }: ProviderProps) {
  const words = useMemo(
    () => ({ t: createTranslator(language), format: createFormat(language, currency ?? 'EUR'), language }),
    [language, currency],
  );
  const value = useMemo(() => ({ ...words, now }), [words, now]);
  return <I18nContext value={value}>{children}</I18nContext>;
}

/** @throws Error outside an I18nProvider */
export function useI18n(): I18n {
  const value = useContext(I18nContext);
  if (!value) throw new Error('useI18n needs an I18nProvider around the component.');
  return value;
}
