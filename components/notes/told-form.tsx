import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Channel } from '../../lib/contract/communications.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { localDay } from './local-day.ts';

/** Order of the choices; the contract holds the same words. */
const CHANNELS: readonly Channel[] = ['call', 'visit', 'video', 'email', 'letter', 'other'];

interface ToldFormProps {
  /** Resolves to false where the entry could not be kept. */
  onSave(toldOn: string, channel: Channel): Promise<boolean>;
  onClose(): void;
}

/** When and how the customer was told; today by phone unless changed. */
export function ToldForm({ onSave, onClose }: ToldFormProps) {
  const { t, now } = useI18n();
  const id = useId();
  const today = localDay(now);
  const [day, setDay] = useState(today);
  const [channel, setChannel] = useState<Channel>('call');
  const [trouble, setTrouble] = useState<'day' | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.focus(), []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || day > today) return setTrouble('day');
    setTrouble(null);
    setBusy(true);
    if (await onSave(day, channel)) return onClose();
    setTrouble('failed');
    setBusy(false);
  };
  return (
    <form
      className="note-form"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      noValidate
    >
      <div className="note-fields">
        <label htmlFor={`${id}-channel`} className="note-label">
          {t('told.channel')}
          <select
            id={`${id}-channel`}
            ref={select}
            value={channel}
            onChange={(event) => setChannel(event.target.value as Channel)}
          >
            {CHANNELS.map((name) => (
              <option key={name} value={name}>
                {t(`told.channel.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}-day`} className="note-label">
          {t('told.day')}
          <input
            id={`${id}-day`}
            type="date"
            max={today}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
      </div>
      <p className={trouble ? 'notice' : 'visually-hidden'} role="alert">
        {trouble ? t(`told.trouble.${trouble}`) : ''}
      </p>
      <p className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>
          {t('told.save')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('report.cancel')}
        </button>
      </p>
    </form>
  );
}
