import { type FormEvent, useId, useState } from 'react';
import type { CrmSettingsView } from '../../lib/contract/page-messages.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { boardId } from './board-id.ts';

interface MondayBoardsProps {
  view: CrmSettingsView;
  onBoards(boards: readonly string[]): void;
}

/** Which boards of monday hold customers: any board looks the same. */
export function MondayBoards({ view, onBoards }: MondayBoardsProps) {
  const { t } = useI18n();
  const id = useId();
  const [unusable, setUnusable] = useState(false);
  const boards = view.effective.monday?.boards ?? [];
  const locked = view.locked.monday;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const board = boardId(String(new FormData(form).get('board') ?? ''));
    setUnusable(board === null);
    if (board === null) return;
    if (!boards.includes(board)) onBoards([...boards, board]);
    form.reset();
  };
  return (
    <div className="own-sites">
      <h3 className="block-title">{t('options.monday.title')}</h3>
      <p className="small">{t(locked ? 'options.locked' : 'options.monday.text')}</p>
      {boards.length === 0 ? <p className="notice">{t('options.monday.none')}</p> : null}
      <ul>
        {boards.map((board) => (
          <li key={board} className="crm">
            <span className="address">{board}</span>
            {locked ? null : (
              <button
                type="button"
                className="button button-quiet"
                aria-label={t('options.monday.dropNamed', { board })}
                onClick={() => onBoards(boards.filter((each) => each !== board))}
              >
                {t('options.generic.drop')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {locked ? null : (
        <form className="form own-server" onSubmit={submit} noValidate>
          <div className="field">
            <label htmlFor={id}>{t('options.monday.board')}</label>
            <div className="field-line">
              <input
                id={id}
                name="board"
                autoComplete="off"
                spellCheck={false}
                aria-describedby={`${id}-hint`}
              />
              <button type="submit" className="button">
                {t('options.monday.add')}
              </button>
            </div>
            <p className="small" id={`${id}-hint`}>
              {t('options.monday.hint')}
            </p>
          </div>
          {unusable ? (
            <p className="notice" role="alert">
              {t('options.monday.unusable')}
            </p>
          ) : null}
        </form>
      )}
    </div>
  );
}
