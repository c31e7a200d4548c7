import type { CareMeter as Care } from '../../lib/contract/words-row.ts';
import { poolName } from '../../lib/i18n/policy-names.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import type { AccountProps } from './account-props.ts';
import { elapsedYear } from './elapsed-year.ts';

/** Care delivered of care promised this year, per pool, with a mark where the year stands today. */
export function CareMeter({ account, policy }: Pick<AccountProps, 'account' | 'policy'>) {
  const { t, format, language, now } = useI18n();
  const { care, careYear } = account.words;
  const elapsed = elapsedYear(careYear, now);
  const promised = care.filter((pool) => pool.entitledMinutes > 0);
  const outside = care.filter((pool) => pool.entitledMinutes <= 0 && pool.deliveredMinutes > 0);
  const gone = t('meter.elapsed', { share: format.percent(elapsed) });
  const name = (pool: Care) => poolName(policy, pool.pool, language);
  const amount = (pool: Care) => format.minutesOf(pool.deliveredMinutes, pool.entitledMinutes);

  return (
    <div className="meters">
      {promised.map((pool, index) => (
        <div className="meter" key={pool.pool}>
          <Bar
            used={pool.deliveredMinutes}
            promised={pool.entitledMinutes}
            elapsed={elapsed}
            label={name(pool)}
            text={t('meter.label', {
              pool: name(pool),
              amount: amount(pool),
              share: format.percent(elapsed),
            })}
          />
          <p className="meter-words">
            {promised.length === 1
              ? t('meter.used', { amount: amount(pool) })
              : t('meter.poolUsed', { pool: name(pool), amount: amount(pool) })}
            {index === promised.length - 1 ? ` · ${gone}` : ''}
          </p>
        </div>
      ))}
      {promised.length === 0 ? <p className="meter-words">{t('meter.none')}</p> : null}
      {outside.map((pool) => (
        <p className="meter-words" key={pool.pool}>
          {t('meter.outside', { pool: name(pool), amount: format.minutes(pool.deliveredMinutes) })}
        </p>
      ))}
    </div>
  );
}

interface BarProps {
  used: number;
  promised: number;
  elapsed: number;
  label: string;
  text: string;
}

/** Care beyond the package is hatched behind its end; the scale then grows so that all of it fits. */
function Bar({ used, promised, elapsed, label, text }: BarProps) {
  const scale = Math.max(used, promised);
  const share = (minutes: number) => `${(Math.max(0, minutes) / scale) * 100}%`;
  return (
    // The native element cannot carry the mark of the elapsed year.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      className="meter-bar"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={promised}
      aria-valuenow={Math.max(0, Math.min(used, promised))}
      aria-valuetext={text}
    >
      <span className="meter-track">
        <span className="meter-fill" style={{ width: share(Math.min(used, promised)) }} />
        {used > promised ? (
          <span
            className="meter-over"
            style={{ insetInlineStart: share(promised), width: share(used - promised) }}
          />
        ) : null}
      </span>
      <span className="meter-mark" style={{ insetInlineStart: share(promised * elapsed) }} />
    </div>
  );
}
