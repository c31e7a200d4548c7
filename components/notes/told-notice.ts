import type { ToldView } from '../../lib/contract/notes.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';

/** The package the customer knows of, where it is no longer the one they are entitled to. */
export interface UntoldChange {
  from: string;
  to: string;
}

/**
 * Does the customer still have to be told? Yes where the last thing they were told is another package, or where the
 * package has changed and nobody has told them anything. Not known (null log) is no alarm.
 */
export function untoldChange(
  { assignedLevel: to, levelChange }: Pick<WordsRow, 'assignedLevel' | 'levelChange'>,
  told: readonly ToldView[] | null,
): UntoldChange | null {
  if (told === null) return null;
  const last = told.find(({ status }) => status !== 'refused');
  if (last !== undefined) return last.level === to ? null : { from: last.level, to };
  return levelChange ? { from: levelChange.from, to } : null;
}

/** Before the log was ever fetched the row knows what was told last; null where it does not say. */
export function toldOfRow({ id, told }: Pick<WordsRow, 'id' | 'told'>): readonly ToldView[] | null {
  if (told === undefined) return null;
  return told === null ? [] : [{ id, accountId: id, ...told, by: null, own: false, status: 'sent' }];
}
