import { useId, useState } from 'react';
import { createFormat } from '../../lib/i18n/format.ts';
import { LANGUAGES, type Language } from '../../lib/i18n/language.ts';
import { createTranslator } from '../../lib/i18n/translator.ts';
import { localDay } from '../notes/local-day.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import { type HandOver as Facts, handOverNote, mailLink, taskText } from './hand-over-note.ts';

interface HandOverProps extends Facts {
  onCopy(text: string): Promise<boolean>;
}

/** The note in either language: to copy, to mail, or as a task whose form the CRM opens where its address is known. */
export function HandOver({ onCopy, ...facts }: HandOverProps) {
  const { t, language, now } = useI18n();
  const [chosen, choose] = useState<Language>(language);
  const name = useId();
  const spoken = createTranslator(chosen);
  const format = createFormat(chosen, 'EUR');
  const note = handOverNote(facts, spoken, format);
  const text = `${note.subject}\n\n${note.body}`;
  const { words, newTaskUrl } = facts.account;
  const { owner, deputy } = words;
  return (
    <details className="twin hand-over">
      <summary>{t('note.handOver.title')}</summary>
      <fieldset className="segments">
        <legend className="visually-hidden">{t('note.language')}</legend>
        {LANGUAGES.map((candidate) => (
          <label className="segment" key={candidate}>
            <input
              type="radio"
              name={name}
              checked={candidate === chosen}
              onChange={() => choose(candidate)}
            />
            <span lang={candidate}>{t(`note.language.${candidate}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="note-text" lang={chosen}>
        {text}
      </p>
      <p className="actions">
        <CopyButton label={t('note.button')} text={text} onCopy={onCopy} />
        <a className="button" href={mailLink(owner?.email ?? deputy?.email, note)}>
          {t('note.openMail')}
        </a>
        <CopyButton
          label={t('note.task')}
          text={taskText(note, format.date(localDay(now)), spoken)}
          onCopy={onCopy}
          {...(newTaskUrl ? { onCopied: () => window.open(newTaskUrl, '_blank', 'noreferrer') } : {})}
        />
      </p>
      <p className="small">{t(newTaskUrl ? 'note.task.opens' : 'note.task.paste')}</p>
    </details>
  );
}
