import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { PageDeps } from '../app/page-deps.ts';
import { PageFrame } from '../app/page-frame.tsx';
import { useShortcuts } from '../app/use-shortcuts.ts';
import { useTeamToggles } from '../overlays/use-team-toggles.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import type { CrmStore } from '../state/crm-store.ts';
import type { SitesStore } from '../state/sites-store.ts';
import { OptionsView } from './options-view.tsx';
import type { OwnCrms } from './own-crms.ts';
import type { Shortcuts } from './shortcut-list.tsx';
import { useConnect } from './use-connect.ts';
import { useRecognise } from './use-recognise.ts';

interface OptionsPageProps {
  deps: PageDeps;
  crms: StoreApi<CrmStore>;
  sites: StoreApi<SitesStore>;
  /** CRMs that run on own servers. */
  choices: OwnCrms['choices'];
  idOf: OwnCrms['idOf'];
  nameOf(crm: string): string;
  /** Somebody wants to know what is wrong on a page. */
  atProblem: boolean;
  shortcuts: Shortcuts;
  readShortcuts(): Promise<Shortcuts>;
  onEditShortcuts(): void;
  /** Bytes in use, null where the browser does not say. */
  usage: number | null;
  onGuide(): void;
}

/** The settings page over its stores. */
export function OptionsPage(props: OptionsPageProps) {
  const { worker } = useStore(props.deps.page);
  return (
    <PageFrame worker={worker} browserLanguage={props.deps.browserLanguage} clock={props.deps.clock}>
      <Connected {...props} />
    </PageFrame>
  );
}

function Connected(props: OptionsPageProps) {
  const { deps, crms, usage, onGuide } = props;
  const shortcuts = useShortcuts(props.shortcuts, props.readShortcuts);
  const { t } = useI18n();
  const { worker, failed, send } = useStore(deps.page);
  const access = useStore(crms);
  const sites = useStore(props.sites);
  useRecognise(access, sites);
  const { client } = deps;
  const diagnose = useCallback(() => client.ask({ verb: 'diagnose' }), [client]);
  const connection = useConnect(deps);
  const team = useTeamToggles(deps);
  const [wiped, setWiped] = useState(false);
  return (
    <OptionsView
      worker={worker}
      failed={failed}
      usage={wiped ? null : usage}
      shortcuts={shortcuts}
      busy={connection.busy}
      error={connection.error}
      crms={access.crms}
      refused={access.refused}
      own={{ sites, choices: props.choices, idOf: props.idOf }}
      nameOf={props.nameOf}
      atOnce={props.atProblem}
      onDiagnose={diagnose}
      onCopy={deps.copy}
      teamError={team.error === null ? null : t('popup.teamFailed', { reason: t(`error.${team.error}`) })}
      onConnect={connection.connect}
      onSyncNow={() => void send({ verb: 'syncNow' })}
      onSignOut={() => void send({ verb: 'signOut' })}
      onAllow={access.allow}
      onRemove={access.remove}
      onAllowAddress={access.allowAddress}
      onLanguage={(language) => void send({ verb: 'setLanguage', language })}
      onOwnToggle={(toggle, on) => void send({ verb: 'setOverlay', toggle, on })}
      onTeamToggle={team.set}
      onTeamTerms={team.setTerms}
      onWipe={() => {
        setWiped(true);
        void send({ verb: 'wipe' });
      }}
      onHost={(host, visible) => void send({ verb: 'setHostVisible', host, visible })}
      onExport={async () => JSON.stringify(await client.ask({ verb: 'exportSettings' }), null, 2)}
      onImport={async (text) => {
        const answer = await client.ask({ verb: 'importSettings', text });
        if (answer.ok) deps.page.getState().show(answer.state);
        return answer.ok;
      }}
      onEditShortcuts={props.onEditShortcuts}
      onGuide={onGuide}
    />
  );
}
