import { useI18n } from '../shared/i18n-context.tsx';

/** Keys as the browser writes them; empty where none is set. */
export interface Shortcuts {
  panel: string;
  discreet: string;
}

interface ShortcutListProps {
  shortcuts: Shortcuts;
  /** Opens the browser's page on which they are changed. */
  onEdit(): void;
}

/** The keys as the browser has them, and the way to change them. */
export function ShortcutList({ shortcuts, onEdit }: ShortcutListProps) {
  const { t } = useI18n();
  const key = (keys: string) => (keys ? <kbd>{keys}</kbd> : t('options.shortcuts.none'));
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('options.shortcuts.panel')}</dt>
          <dd>{key(shortcuts.panel)}</dd>
        </div>
        <div>
          <dt>{t('options.shortcuts.discreet')}</dt>
          <dd>{key(shortcuts.discreet)}</dd>
        </div>
      </dl>
      <p className="actions">
        <button type="button" className="button" onClick={onEdit}>
          {t('options.shortcuts.edit')}
        </button>
      </p>
    </>
  );
}
