import { useEffect, useState } from 'react';
import { useI18n } from './i18n-context.tsx';

interface CopyButtonProps {
  label: string;
  /** What is copied. */
  text: string;
  primary?: boolean;
  /** Puts text on the clipboard; false where the browser refused. */
  onCopy(text: string): Promise<boolean>;
  /** What follows once the text is on the clipboard. */
  onCopied?(): void;
}

/** Copies a text and says so for two seconds, also to screen readers. */
export function CopyButton({ label, text, primary = false, onCopy, onCopied }: CopyButtonProps) {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle');

  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const copied = await onCopy(text);
    setOutcome(copied ? 'copied' : 'failed');
    if (copied) onCopied?.();
  };
  return (
    <>
      <button type="button" className={primary ? 'button button-primary' : 'button'} onClick={copy}>
        {outcome === 'copied' ? t('panel.copied') : label}
      </button>
      <span className={outcome === 'failed' ? 'notice' : 'visually-hidden'} aria-live="polite">
        {outcome === 'failed' ? t('panel.copyFailed') : outcome === 'copied' ? t('panel.copied') : ''}
      </span>
    </>
  );
}
