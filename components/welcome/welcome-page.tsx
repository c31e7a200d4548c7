import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { PageDeps } from '../app/page-deps.ts';
import { PageFrame } from '../app/page-frame.tsx';
import type { OwnCrms } from '../options/own-crms.ts';
import type { Shortcuts } from '../options/shortcut-list.tsx';
import { useConnect } from '../options/use-connect.ts';
import { useRecognise } from '../options/use-recognise.ts';
import type { CrmStore } from '../state/crm-store.ts';
import type { SitesStore } from '../state/sites-store.ts';
import { WelcomeView } from './welcome-view.tsx';

interface WelcomePageProps {
  deps: PageDeps;
  crms: StoreApi<CrmStore>;
  sites: StoreApi<SitesStore>;
  /** CRMs that run on own servers. */
  choices: OwnCrms['choices'];
  idOf: OwnCrms['idOf'];
  shortcuts: Shortcuts;
  onDone(): void;
}

/** The introduction over its stores. */
export function WelcomePage({ deps, crms, shortcuts, onDone, ...props }: WelcomePageProps) {
  const { worker, send } = useStore(deps.page);
  const access = useStore(crms);
  const sites = useStore(props.sites);
  useRecognise(access, sites);
  const connection = useConnect(deps);
  return (
    <PageFrame worker={worker} browserLanguage={deps.browserLanguage} clock={deps.clock}>
      <WelcomeView
        worker={worker}
        shortcuts={shortcuts}
        busy={connection.busy}
        error={connection.error}
        crms={access.crms}
        refused={access.refused}
        onConnect={connection.connect}
        onSyncNow={() => void send({ verb: 'syncNow' })}
        onSignOut={() => void send({ verb: 'signOut' })}
        onAllow={access.allow}
        onRemove={access.remove}
        onAllowAddress={access.allowAddress}
        own={{ sites, choices: props.choices, idOf: props.idOf }}
        onSettings={deps.openSettings}
        onDone={onDone}
      />
    </PageFrame>
  );
}
