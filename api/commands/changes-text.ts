import type { PublishedChanges } from '../publish/publish-changes.ts';

/** One line on what the extension will fetch with its next sync. */
export function changesText({ accounts, scopes }: PublishedChanges): string {
  if (scopes === 0) return 'Nothing that is shown has changed since the last evaluation.';
  return `${accounts} accounts brought up to date for the extension in ${scopes} territories; their figures are judged with the next tierlens publish.`;
}
