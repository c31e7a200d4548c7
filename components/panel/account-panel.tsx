import { useState } from 'react';
import type { WorkerState } from '../../lib/contract/page-messages.ts';
import { AccountFooter } from '../account/account-footer.tsx';
import { AccountHead } from '../account/account-head.tsx';
import type { AccountProps } from '../account/account-props.ts';
import { AnswerBox } from '../account/answer-box.tsx';
import { CareMeter } from '../account/care-meter.tsx';
import { DisclosureRow } from '../account/disclosure-row.tsx';
import { HistoryTable } from '../account/history-table.tsx';
import { NextStep } from '../account/next-step.tsx';
import { RoutingHint } from '../account/routing-hint.tsx';
import { TellCustomer } from '../account/tell-customer.tsx';
import { VisitCheck } from '../account/visit-check.tsx';
import { Why } from '../account/why.tsx';
import { Figures } from '../figures/figures.tsx';
import { NotRight } from '../notes/not-right.tsx';
import type { NoteProps } from '../notes/note-props.ts';
import { useI18n } from '../shared/i18n-context.tsx';

type Row = 'why' | 'figures' | 'history';

interface AccountPanelProps extends AccountProps {
  worker: WorkerState;
  note: NoteProps;
  /** The form for what is not right is open. */
  reporting: boolean;
  onReporting(open: boolean): void;
  onCopy(text: string): Promise<boolean>;
}

/** One customer in the side panel: a decision without scrolling, the rest behind rows. */
export function AccountPanel(props: AccountPanelProps) {
  const { t } = useI18n();
  const { account, policy, role, worker, note, reporting, onReporting, onCopy } = props;
  const [open, setOpen] = useState<Partial<Record<Row, boolean>>>({});
  const row = (name: Row) => ({
    open: open[name] === true,
    onToggle: (now: boolean) => setOpen((before) => ({ ...before, [name]: now })),
  });
  const asOf = worker.evaluation?.asOf ?? worker.sync.asOf;
  const routing = role === 'inside' && worker.overlays.effective.routing;
  return (
    <article className="account">
      <AccountHead account={account} policy={policy} />
      {routing ? <RoutingHint {...props} asOf={asOf} onCopy={onCopy} /> : null}
      <AnswerBox {...props} />
      {routing ? null : <NextStep {...props} onCopy={onCopy} />}
      <section className="block">
        <h2 className="block-title">{t('panel.care', { year: account.words.careYear })}</h2>
        <CareMeter account={account} policy={policy} />
        <VisitCheck account={account} policy={policy} />
      </section>
      <TellCustomer account={account} policy={policy} onCopy={onCopy} {...note} />
      <div className="rows">
        <DisclosureRow title={t('panel.why')} {...row('why')}>
          <Why {...props} asOf={asOf} />
        </DisclosureRow>
        {account.money ? (
          <DisclosureRow title={t('panel.figures')} {...row('figures')}>
            <Figures {...props} money={account.money} />
          </DisclosureRow>
        ) : null}
        <DisclosureRow title={t('panel.history')} {...row('history')}>
          <HistoryTable {...props} />
        </DisclosureRow>
      </div>
      <AccountFooter
        asOf={asOf}
        syncedAt={worker.sync.syncedAt}
        policyVersion={policy.version}
        stale={account.stale}
      />
      <NotRight
        {...note}
        account={account}
        asOf={asOf}
        policyVersion={policy.version}
        reporting={reporting}
        onReporting={onReporting}
      />
    </article>
  );
}
