import { useRef, useState } from 'react';
import type { ToldView } from '../../lib/contract/notes.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { levelName } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import type { NoteProps } from './note-props.ts';
import { ToldForm } from './told-form.tsx';
import { toldOfRow, untoldChange } from './told-notice.ts';

interface ToldLogProps extends Pick<NoteProps, 'notes' | 'onTold' | 'onDiscard'> {
  words: WordsRow;
  policy: PolicyWords;
}

/** What the customer was told and when; says so where the package has changed and nobody has told them. */
export function ToldLog({ words, policy, notes, onTold, onDiscard }: ToldLogProps) {
  const { t, language } = useI18n();
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const told = notes?.told ?? toldOfRow(words);
  const change = untoldChange(words, told);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      {change ? (
        <p className="notice told-notice" role="status">
          {t('told.changed', {
            from: levelName(policy, change.from, language),
            to: levelName(policy, change.to, language),
          })}
        </p>
      ) : null}
      {open ? (
        <ToldForm onSave={(day, channel) => onTold(words.assignedLevel, day, channel)} onClose={close} />
      ) : (
        <div className="told-line">
          <span className="small">
            {told === null ? t('told.unknown') : told[0] ? <Entry entry={told[0]} /> : t('told.none')}
          </span>
          <button ref={button} type="button" className="link" onClick={() => setOpen(true)}>
            {t('told.note')}
          </button>
        </div>
      )}
      {told?.[0]?.status === 'refused' ? <Refused id={told[0].id} onDiscard={onDiscard} /> : null}
      {told && told.length > 1 ? (
        <>
          <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'told.less' : 'told.more', { count: told.length - 1 })}
          </button>
          {all ? (
            <ul className="lines small">
              {told.slice(1).map((entry) => (
                <li key={entry.id}>
                  <Entry entry={entry} level={levelName(policy, entry.level, language)} />
                  {entry.status === 'refused' ? <Refused id={entry.id} onDiscard={onDiscard} /> : null}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </>
  );
}

function Entry({ entry, level }: { entry: ToldView; level?: string }) {
  const { t, format } = useI18n();
  const parts = [
    t('told.entry', { date: format.date(entry.toldOn), channel: t(`told.channel.${entry.channel}`) }),
    level ?? '',
    entry.own ? t('told.byYou') : (entry.by ?? ''),
    entry.status === 'queued' ? t('told.queued') : '',
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

function Refused({ id, onDiscard }: { id: string; onDiscard(id: string): void }) {
  const { t } = useI18n();
  return (
    <p className="notice">
      {t('told.refused')}{' '}
      <button type="button" className="link" onClick={() => onDiscard(id)}>
        {t('report.discard')}
      </button>
    </p>
  );
}
