import { levelName, poolName } from '../../lib/i18n/policy-names.ts';
import { stateText } from '../../lib/i18n/state-text.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { SignMark, signOf } from '../shared/sign-mark.tsx';
import type { AccountProps } from './account-props.ts';

/** The answer: is the customer carried, why in one line, and when that is looked at again. */
export function AnswerBox({ account, policy, sign }: AccountProps) {
  const { t, format, language } = useI18n();
  const { words } = account;
  const text = stateText(words, policy, t);
  return (
    <section className="answer">
      <h2 className="answer-headline">
        {sign ? <SignMark sign={signOf(words.state)} size={14} /> : null}
        <span>{sign ? text.headline : levelName(policy, words.level, language)}</span>
        {sign && words.due ? <span className="due-dot" aria-hidden="true" /> : null}
      </h2>
      {sign && text.line ? <p className="answer-line">{text.line}</p> : null}
      {sign ? null : (
        <p className="answer-line">{t('why.served', { pool: poolName(policy, words.servedBy, language) })}</p>
      )}
      <p className="answer-review">{t('panel.nextReview', { month: format.monthLong(words.nextReview) })}</p>
    </section>
  );
}
