import { type ReactNode, useEffect } from 'react';
import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { I18nProvider } from '../shared/i18n-context.tsx';
import { languageOf } from '../state/language-of.ts';
import { useNow } from '../state/use-now.ts';

interface PageFrameProps {
  worker: WorkerState | null;
  browserLanguage: string;
  clock(): Date;
  children: ReactNode;
}

/** Language, currency and clock for one page; tells assistive technology which language it reads. */
export function PageFrame({ worker, browserLanguage, clock, children }: PageFrameProps) {
  const language = languageOf(worker, browserLanguage);
  const now = useNow(clock);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nProvider language={language} currency={worker?.currency ?? null} now={now}>
      {children}
    </I18nProvider>
  );
}
