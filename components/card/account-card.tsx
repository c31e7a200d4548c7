import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { levelName, poolName } from '../../lib/i18n/policy-names.ts';
import { stateText } from '../../lib/i18n/state-text.ts';
import { AccountFooter } from '../account/account-footer.tsx';
import type { AccountProps } from '../account/account-props.ts';
import { CareMeter } from '../account/care-meter.tsx';
import { pinText } from '../account/pin-text.ts';
import { tierDrawing } from '../account/tier-drawing.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import { SignMark, signOf } from '../shared/sign-mark.tsx';
import { TierShape } from '../shared/tier-shape.tsx';
import { cardMarks } from './card-marks.ts';

interface AccountCardProps extends AccountProps {
  worker: WorkerState;
  /** Opens the side panel; absent where the card stands inside it or the popup shows its own button. */
  onWhy?(): void;
  /** Opens the side panel with the form for what is not right. */
  onNotRight?(): void;
  /** The popup names the customer; over the page the name stands right above the card. */
  named?: boolean;
}

/** The answer in one glance, at most 320 × 280, never with money. */
export function AccountCard({
  account,
  policy,
  sign,
  worker,
  onWhy,
  onNotRight,
  named = false,
}: AccountCardProps) {
  const i18n = useI18n();
  const { t, language } = i18n;
  const { words } = account;
  const text = stateText(words, policy, t);
  const ownerServes = words.owner?.pool === words.servedBy;
  const care = [
    levelName(policy, words.level, language),
    ownerServes ? '' : poolName(policy, words.servedBy, language),
    words.owner?.name ?? '',
  ];
  const who = care.filter(Boolean).join(' · ');
  const marks = cardMarks(words, sign, t);
  // In its frame the card is a page of its own and begins with its first heading.
  const Headline = named ? 'h3' : 'h1';
  const Care = named || sign ? 'p' : 'h1';
  return (
    <article className="card">
      <header className="card-head">
        <TierShape {...tierDrawing(words.tier, words.level, policy)} />
        <div className="card-words">
          {named ? (
            <h2 className="card-name" title={words.name}>
              {words.name}
            </h2>
          ) : null}
          <Care className="card-care" title={who}>
            {who}
          </Care>
          {marks ? (
            <p className="card-marks" title={marks}>
              {marks}
            </p>
          ) : null}
        </div>
      </header>
      {sign ? (
        <>
          <Headline className="card-headline">
            <SignMark sign={signOf(words.state)} />
            <span>{text.headline}</span>
            {words.due ? <span className="due-dot" aria-hidden="true" /> : null}
          </Headline>
          {text.line ? <p className="card-line">{text.line}</p> : null}
        </>
      ) : null}
      {words.pin ? (
        <p className="card-pin" title={pinText(words.pin, policy, i18n)}>
          {pinText(words.pin, policy, i18n)}
        </p>
      ) : null}
      <CareMeter account={account} policy={policy} />
      {sign ? (
        <p className="card-step">
          <span className="visually-hidden">{t('panel.nextStep')}: </span>
          {text.step}
        </p>
      ) : null}
      <div className="card-foot">
        <AccountFooter
          asOf={worker.evaluation?.asOf ?? worker.sync.asOf}
          syncedAt={worker.sync.syncedAt}
          stale={account.stale}
        />
        {onWhy || onNotRight ? (
          <span className="card-links">
            {onWhy ? (
              <button type="button" className="link" onClick={onWhy}>
                {t('card.why')}
              </button>
            ) : null}
            {onNotRight ? (
              <button type="button" className="link" onClick={onNotRight}>
                {t('card.notRight')}
              </button>
            ) : null}
          </span>
        ) : null}
      </div>
    </article>
  );
}
