import { useEffect, useRef, useState } from 'react';
import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { Connection, type ConnectionProps } from '../options/connection.tsx';
import { CrmList, type CrmListProps } from '../options/crm-list.tsx';
import { type OwnCrms, ownHost } from '../options/own-crms.ts';
import { OwnSites } from '../options/own-sites.tsx';
import type { Shortcuts } from '../options/shortcut-list.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import { BadgeLegend } from './badge-legend.tsx';

const STEPS = ['badge', 'connect', 'crms'] as const;

export interface WelcomeProps extends Omit<ConnectionProps, 'worker'>, Omit<CrmListProps, 'ownServers'> {
  worker: WorkerState | null;
  shortcuts: Shortcuts;
  own: OwnCrms;
  /** Leads to all that can be said about CRMs: others by pointing, boards, a self-test. */
  onSettings(): void;
  onDone(): void;
}

/** Three screens under a minute: what the badge means and does not record, connect, choose CRMs. */
export function WelcomeView(props: WelcomeProps) {
  const { t } = useI18n();
  const [step, setStep] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current && step >= 0) heading.current?.focus();
    moved.current = true;
  }, [step]);

  const name = STEPS[step] ?? 'badge';
  // Connecting is then the step's own primary button.
  const waiting = name === 'connect' && props.worker?.me === null;
  const last = step === STEPS.length - 1;
  // Once connected the step has done its work: no click to go on.
  const connect: WelcomeProps['onConnect'] = async (input) => {
    const connected = await props.onConnect(input);
    if (connected) setStep(STEPS.indexOf('crms'));
    return connected;
  };
  return (
    <main className="page welcome">
      <p className="small">{t('welcome.step', { step: step + 1, total: STEPS.length })}</p>
      <h1 className="page-title" ref={heading} tabIndex={-1}>
        {t(`welcome.${name}.title`)}
      </h1>
      {name === 'badge' ? <BadgeStep shortcuts={props.shortcuts} /> : null}
      {name === 'connect' && props.worker ? (
        <Connection {...props} worker={props.worker} onConnect={connect} />
      ) : null}
      {name === 'crms' ? (
        <>
          <CrmList
            {...props}
            crms={props.crms.filter(({ id }) => ownHost(id) === null)}
            ownServers={
              <OwnSites
                own={props.own}
                crms={props.crms}
                onAllowAddress={props.onAllowAddress}
                onRemove={props.onRemove}
              />
            }
          />
          <button type="button" className="link" onClick={props.onSettings}>
            {t('welcome.crms.more')}
          </button>
          <p className="lead ready">{t('welcome.ready.text')}</p>
        </>
      ) : null}
      <nav className="actions welcome-nav">
        {step > 0 ? (
          <button type="button" className="button" onClick={() => setStep(step - 1)}>
            {t('welcome.back')}
          </button>
        ) : null}
        <button
          type="button"
          className={waiting ? 'button' : 'button button-primary'}
          onClick={() => (last ? props.onDone() : setStep(step + 1))}
        >
          {t(last ? 'welcome.done' : 'welcome.next')}
        </button>
      </nav>
    </main>
  );
}

function BadgeStep({ shortcuts }: Pick<WelcomeProps, 'shortcuts'>) {
  const { t } = useI18n();
  return (
    <>
      <p className="lead">{t('welcome.badge.text')}</p>
      <BadgeLegend />
      <h2 className="section-title">{t('welcome.privacy.title')}</h2>
      <ul className="lines bullets">
        <li>{t('welcome.privacy.pages')}</li>
        <li>{t('welcome.privacy.people')}</li>
        <li>{t('welcome.privacy.ranking')}</li>
      </ul>
      <h2 className="section-title">{t('welcome.hide.title')}</h2>
      <p>
        {t('welcome.hide.text')}{' '}
        {shortcuts.discreet ? t('welcome.hide.shortcut', { shortcut: shortcuts.discreet }) : null}
      </p>
      <p>{t('welcome.disagree.text')}</p>
    </>
  );
}
