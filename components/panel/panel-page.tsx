import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { PageDeps } from '../app/page-deps.ts';
import { PageFrame } from '../app/page-frame.tsx';
import type { RecordStore } from '../state/record-store.ts';
import { PanelView } from './panel-view.tsx';

/** Most hits a list of suggestions shows. */
const SEARCH_LIMIT = 8;

interface PanelPageProps {
  deps: PageDeps;
  record: StoreApi<RecordStore>;
}

/** The side panel over its stores. */
export function PanelPage({ deps, record }: PanelPageProps) {
  const { client } = deps;
  const { worker, failed, send } = useStore(deps.page);
  const { phase, account, chosen, choose, follow } = useStore(record);
  const search = useCallback(
    (text: string) => client.ask({ verb: 'search', text, limit: SEARCH_LIMIT }),
    [client],
  );
  return (
    <PageFrame worker={worker} browserLanguage={deps.browserLanguage} clock={deps.clock}>
      <PanelView
        worker={worker}
        failed={failed}
        phase={phase}
        account={account}
        chosen={chosen}
        onCopy={deps.copy}
        onSearch={search}
        onChoose={(hit) => void choose(hit.key)}
        onFollow={() => void follow()}
        onSyncNow={() => void send({ verb: 'syncNow' })}
        onConnect={deps.openSettings}
        onDiscreet={(minutes) => void send({ verb: 'setDiscreet', minutes })}
      />
    </PageFrame>
  );
}
