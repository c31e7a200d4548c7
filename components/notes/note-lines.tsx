import type { NoteCounts } from '../../lib/contract/notes.ts';
import { useI18n } from '../shared/i18n-context.tsx';

/** What has come back, what still waits, what is to be answered: each leads to the page of reports. */
export function NoteLines({ notes, onOpen }: { notes: NoteCounts; onOpen(): void }) {
  const { t } = useI18n();
  const lines = [
    ['popup.answers', notes.unread],
    ['popup.openReports', notes.open ?? 0],
    ['popup.queued', notes.queued],
  ] as const;
  const shown = lines.filter(([, count]) => count > 0);
  if (shown.length === 0) return null;
  return (
    <ul className="note-lines">
      {shown.map(([key, count]) => (
        <li key={key}>
          <button type="button" className="link" onClick={onOpen}>
            {t(key, { count })}
          </button>
        </li>
      ))}
    </ul>
  );
}
