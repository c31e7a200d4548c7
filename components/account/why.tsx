import { levelName, poolName } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { moneyPrecision } from '../shared/rights.ts';
import type { AccountProps } from './account-props.ts';
import { pinText } from './pin-text.ts';
import { reasonLines } from './reason-lines.ts';
import { tierSentence } from './tier-sentence.ts';

/** Rungs of the ladder as sentences; with amounts one short line with all thresholds stands in their place. */
const LADDER = /^tier\.(from|between|below)$/;

interface WhyProps extends AccountProps {
  /** Figures up to, `YYYY-MM-DD`. */
  asOf: string | null;
}

/** The rule in a sentence, what else bears on the answer, and where each figure comes from. */
export function Why({ account, policy, role, sign, asOf }: WhyProps) {
  const i18n = useI18n();
  const { t, format, language } = i18n;
  const { words, money } = account;
  const amount = (cents: number) => format.money(cents, moneyPrecision(role));
  const onLadder = money !== null && words.why.rule === 'ladder' && words.why.lift === 'none';
  const reasons = reasonLines(account, {
    language,
    sign,
    policy,
    amount,
    ...(onLadder ? { omit: LADDER } : {}),
  });
  const lines = [
    ...(onLadder || reasons.length === 0 ? [tierSentence({ account, policy, role }, t, format)] : []),
    ...reasons,
    words.pin ? pinText(words.pin, policy, i18n) : '',
    words.level === words.assignedLevel
      ? t('why.level.same', { level: levelName(policy, words.level, language) })
      : t('why.level.differs', {
          assigned: levelName(policy, words.assignedLevel, language),
          suggested: levelName(policy, words.level, language),
        }),
    t('why.served', { pool: poolName(policy, words.servedBy, language) }),
    sign && words.estimated ? t('why.estimated') : '',
    words.provisional ? t('why.provisional') : '',
  ].filter(Boolean);
  const sources = [
    money
      ? t('why.source.money', { from: format.month(money.from), to: format.month(money.to) })
      : asOf
        ? t('why.source.words', { date: format.date(asOf) })
        : '',
    t('why.source.care', { year: words.careYear }),
    t('why.source.rules', { version: `${policy.concept} ${policy.version}` }),
  ].filter(Boolean);
  return (
    <>
      <ul className="lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3 className="small-title">{t('why.source.title')}</h3>
      <ul className="lines small">
        {sources.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
