import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountView } from '../../lib/contract/page-messages.ts';
import type { PageDeps } from '../app/page-deps.ts';
import { PageFrame } from '../app/page-frame.tsx';
import { useI18n } from '../shared/i18n-context.tsx';
import { AccountCard } from './account-card.tsx';

interface CardPageProps {
  deps: PageDeps;
  /** Single-use ticket of the frame, null where the frame carries none. */
  ticket: string | null;
}

/** The card frame over a CRM page: redeems its ticket once, then shows that customer and nothing else. */
export function CardPage({ deps, ticket }: CardPageProps) {
  const { client } = deps;
  const { worker } = useStore(deps.page);
  const [account, setAccount] = useState<AccountView | 'gone' | null>(null);

  useEffect(() => {
    const redeem = async () => (ticket === null ? null : client.ask({ verb: 'card', ticket }));
    redeem().then(
      (view) => setAccount((before) => view ?? before ?? 'gone'),
      () => setAccount((before) => before ?? 'gone'),
    );
  }, [client, ticket]);

  useEffect(() => {
    const stop = new AbortController();
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void client.ask({ verb: 'closeCard' }).catch(() => {});
    };
    document.addEventListener('keydown', close, { signal: stop.signal });
    return () => stop.abort();
  }, [client]);

  const open = (intent?: 'report') => {
    void client
      .ask({ verb: 'openPanel', ...(intent ? { intent } : {}) })
      .then(() => client.ask({ verb: 'closeCard' }))
      .catch(() => {});
  };
  return (
    <PageFrame worker={worker} browserLanguage={deps.browserLanguage} clock={deps.clock}>
      {account === 'gone' ? <Gone /> : null}
      {account && account !== 'gone' && worker?.policy && worker.me ? (
        <main>
          <AccountCard
            account={account}
            policy={worker.policy}
            role={worker.me.role}
            sign={worker.overlays.effective.sign}
            worker={worker}
            onWhy={() => open()}
            onNotRight={() => open('report')}
          />
        </main>
      ) : null}
    </PageFrame>
  );
}

function Gone() {
  const { t } = useI18n();
  return <main className="card-gone">{t('card.gone')}</main>;
}
