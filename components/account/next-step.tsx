import { stateText } from '../../lib/i18n/state-text.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import type { AccountProps } from './account-props.ts';
import { noteFor } from './note.ts';

interface NextStepProps extends AccountProps {
  onCopy(text: string): Promise<boolean>;
}

/** What to do now, and one button that helps doing it. */
export function NextStep(props: NextStepProps) {
  const { t, format } = useI18n();
  const { account, policy, sign, onCopy } = props;
  const note = noteFor(props, t, format);
  return (
    <section className="block">
      <h2 className="block-title">{t('panel.nextStep')}</h2>
      <p>{sign ? stateText(account.words, policy, t).step : t('step.covered')}</p>
      <p className="block-actions">
        <CopyButton label={t(note.label)} text={note.text} primary onCopy={onCopy} />
      </p>
    </section>
  );
}
