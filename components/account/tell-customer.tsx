import type { NoteProps } from '../notes/note-props.ts';
import { ToldLog } from '../notes/told-log.tsx';
import { CopyButton } from '../shared/copy-button.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import type { AccountProps } from './account-props.ts';

interface TellCustomerProps
  extends Pick<AccountProps, 'account' | 'policy'>,
    Pick<NoteProps, 'notes' | 'onTold' | 'onDiscard'> {
  onCopy(text: string): Promise<boolean>;
}

/** The policy's sentence for the customer's package, in words one can say on the phone, and whether it was said. */
export function TellCustomer({ account, policy, onCopy, ...log }: TellCustomerProps) {
  const { t, language } = useI18n();
  const level = policy.levels.find((candidate) => candidate.id === account.words.assignedLevel);
  if (!level) return null;
  const sentence = level.customerSentence[language];
  return (
    <section className="block">
      <div className="block-line">
        <h2 className="block-title">{t('panel.tell')}</h2>
        <CopyButton label={t('panel.copy')} text={sentence} onCopy={onCopy} />
      </div>
      <p>{language === 'de' ? `„${sentence}“` : `“${sentence}”`}</p>
      <ToldLog words={account.words} policy={policy} {...log} />
    </section>
  );
}
