import { type FormEvent, useId, useState } from 'react';
import type { TeamOverlays } from '../../lib/contract/me.ts';
import { localDay } from '../notes/local-day.ts';
import { useI18n } from '../shared/i18n-context.tsx';

interface TeamTermsProps {
  /** What is in force; null where nothing is set. */
  team: TeamOverlays | null;
  /** @param until last day, `YYYY-MM-DD`; null without end */
  onSave(until: string | null, locked: boolean): void;
}

/** How long the lead's toggles hold for the team, and whether its members may differ. */
export function TeamTerms({ team, onSave }: TeamTermsProps) {
  const { t, now } = useI18n();
  const id = useId();
  const today = localDay(now);
  // Null: as it is stored.
  const [newDay, setDay] = useState<string | null>(null);
  const [newLock, setLocked] = useState<boolean | null>(null);
  const [past, setPast] = useState(false);
  const day = newDay ?? team?.until ?? '';
  const locked = newLock ?? team?.locked ?? false;
  const until = day === '' ? null : day;
  const changed = until !== (team?.until ?? null) || locked !== (team?.locked ?? false);

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!changed) return;
    setPast(until !== null && until < today);
    if (until === null || until >= today) onSave(until, locked);
  };
  return (
    <form className="note-form team-terms" onSubmit={save} noValidate>
      <label htmlFor={`${id}-day`} className="note-label">
        {t('popup.teamUntil')}
        <input
          id={`${id}-day`}
          type="date"
          min={today}
          value={day}
          aria-describedby={`${id}-open`}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      <p className="small" id={`${id}-open`}>
        {t('popup.teamUntil.help')}
      </p>
      <label className="choice">
        <input type="checkbox" checked={locked} onChange={(event) => setLocked(event.target.checked)} />
        {t('popup.teamLock')}
      </label>
      <p className={past ? 'notice' : 'visually-hidden'} role="alert">
        {past ? t('popup.teamPast') : ''}
      </p>
      <p className="actions">
        {/* Not `disabled`: the focus stays here after saving. */}
        <button type="submit" className="button" aria-disabled={!changed}>
          {t('popup.teamSave')}
        </button>
      </p>
    </form>
  );
}
