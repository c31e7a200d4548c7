import { useRef, useState } from 'react';
import { useI18n } from '../shared/i18n-context.tsx';

export interface SettingsFileProps {
  /** The settings as the text of a file. */
  onExport(): Promise<string>;
  /** Takes over settings from the text of a file; false where it holds none, and nothing has changed. */
  onImport(text: string): Promise<boolean>;
}

const NAME = 'tierlens-settings.json';
/** Larger files (bytes) are not settings. */
const MOST = 500_000;

/** Takes one's own settings to another browser. */
export function SettingsFile({ onExport, onImport }: SettingsFileProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'saved' | 'taken' | 'refused' | null>(null);
  const save = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await onExport()], { type: 'application/json' }));
    link.download = NAME;
    link.click();
    URL.revokeObjectURL(link.href);
    setOutcome('saved');
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const taken = file.size <= MOST && (await onImport(await file.text()));
    setOutcome(taken ? 'taken' : 'refused');
  };
  return (
    <>
      <p className="actions">
        <button type="button" className="button" onClick={() => void save().catch(() => setOutcome(null))}>
          {t('options.file.export')}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {t('options.file.import')}
        </button>
        <input
          ref={input}
          hidden
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const { currentTarget } = event;
            void take(currentTarget.files?.[0])
              .catch(() => setOutcome('refused'))
              .finally(() => {
                // The same file may be chosen again.
                currentTarget.value = '';
              });
          }}
        />
      </p>
      <p className={outcome === 'refused' ? 'notice' : 'small'} aria-live="polite">
        {t(outcome === null ? 'options.file.text' : `options.file.${outcome}`)}
      </p>
    </>
  );
}
