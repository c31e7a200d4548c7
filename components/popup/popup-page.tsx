import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { PageDeps } from '../app/page-deps.ts';
import { PageFrame } from '../app/page-frame.tsx';
import { useDue } from '../due/use-due.ts';
import { useTeamToggles } from '../overlays/use-team-toggles.ts';
import { useI18n } from '../shared/i18n-context.tsx';
import type { RecordStore } from '../state/record-store.ts';
import { PopupView } from './popup-view.tsx';

const SEARCH_LIMIT = 6;

interface PopupPageProps {
  deps: PageDeps;
  record: StoreApi<RecordStore>;
  /** Opens the side panel; called inside the click, as browsers demand. */
  onOpenPanel(): void;
  /** Opens the side panel with the form for what is not right; inside the click, too. */
  onNotRight(): void;
  onOpenReports(): void;
  onProblem(): void;
}

/** The popup over its stores. */
export function PopupPage(props: PopupPageProps) {
  const { deps } = props;
  const { worker } = useStore(deps.page);
  return (
    <PageFrame worker={worker} browserLanguage={deps.browserLanguage} clock={deps.clock}>
      <Connected {...props} />
    </PageFrame>
  );
}

function Connected(props: PopupPageProps) {
  const { deps, record, onOpenPanel, onNotRight, onOpenReports, onProblem } = props;
  const { t } = useI18n();
  const { client } = deps;
  const { worker, failed, send } = useStore(deps.page);
  const { phase, account, host, chosen, choose, follow } = useStore(record);
  const team = useTeamToggles(deps);
  const search = useCallback(
    (text: string) => client.ask({ verb: 'search', text, limit: SEARCH_LIMIT }),
    [client],
  );
  const due = useDue(client);
  return (
    <PopupView
      worker={worker}
      failed={failed}
      phase={phase}
      account={account}
      chosen={chosen}
      teamError={team.error === null ? null : t('popup.teamFailed', { reason: t(`error.${team.error}`) })}
      host={host}
      onHost={(name, visible) => void send({ verb: 'setHostVisible', host: name, visible })}
      onOwnToggle={(toggle, on) => void send({ verb: 'setOverlay', toggle, on })}
      onTeamToggle={team.set}
      onTeamTerms={team.setTerms}
      onSearch={search}
      onChoose={(hit) => void choose(hit.key)}
      onFollow={() => void follow()}
      onSyncNow={() => void send({ verb: 'syncNow' })}
      onConnect={deps.openSettings}
      onDiscreet={(minutes) => void send({ verb: 'setDiscreet', minutes })}
      onDue={due}
      onOpenPanel={onOpenPanel}
      onNotRight={onNotRight}
      onOpenReports={onOpenReports}
      onProblem={onProblem}
      onOpenSettings={deps.openSettings}
    />
  );
}
