import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { type Language, resolveLanguage } from '../../lib/i18n/language.ts';

/** The page's language: the user's choice once the worker has told it, else the browser's. */
export function languageOf(worker: WorkerState | null, browserLanguage: string): Language {
  return resolveLanguage(worker?.language ?? 'auto', browserLanguage);
}
