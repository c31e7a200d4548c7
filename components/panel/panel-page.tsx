import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { PageDeps } from '../app/page-deps.ts';
import { PageFrame } from '../app/page-frame.tsx';
import { useDue } from '../due/use-due.ts';
import type { NotesStore } from '../state/notes-store.ts';
import type { RecordStore } from '../state/record-store.ts';
import { PanelView } from './panel-view.tsx';

/** Most hits a list of suggestions shows. */
const SEARCH_LIMIT = 8;

interface PanelPageProps {
  deps: PageDeps;
  record: StoreApi<RecordStore>;
  notes: StoreApi<NotesStore>;
  /** The panel's own window, null where the browser has none to name. */
  windowId: number | null;
  onProblem(): void;
}

/** The side panel over its stores. */
export function PanelPage({ deps, record, notes: store, windowId, onProblem }: PanelPageProps) {
  const { client } = deps;
  const { worker, failed, send } = useStore(deps.page);
  const { phase, account, chosen, choose, follow } = useStore(record);
  const search = useCallback(
    (text: string) => client.ask({ verb: 'search', text, limit: SEARCH_LIMIT }),
    [client],
  );
  const due = useDue(client);
  const { notes, show, report, told, discard, answersShown } = useStore(store);
  const accountId = account?.words.id ?? null;
  useEffect(() => void show(accountId), [show, accountId]);

  const [reporting, setReporting] = useState<string | null>(null);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const take = () =>
      client.ask({ verb: 'takeIntent', windowId }).then(
        (intent) => intent === 'report' && setWanted(true),
        () => {},
      );
    void take();
    client.onEvent((event) => {
      if (event.event === 'intent') void take();
    }, stop.signal);
    return () => stop.abort();
  }, [client, windowId]);
  // The card's link may come before the customer is there.
  useEffect(() => {
    if (!wanted || accountId === null) return;
    setReporting(accountId);
    setWanted(false);
  }, [wanted, accountId]);
  return (
    <PageFrame worker={worker} browserLanguage={deps.browserLanguage} clock={deps.clock}>
      <PanelView
        worker={worker}
        failed={failed}
        phase={phase}
        account={account}
        chosen={chosen}
        note={{
          notes: notes?.accountId === accountId ? notes : null,
          onReport: report,
          onTold: told,
          onDiscard: (id) => void discard(id),
          onAnswersShown: (ids) => void answersShown(ids),
        }}
        reporting={reporting !== null && reporting === accountId}
        onReporting={(open) => setReporting(open ? accountId : null)}
        onDue={due}
        onCopy={deps.copy}
        onSearch={search}
        onChoose={(hit) => void choose(hit.key)}
        onFollow={() => void follow()}
        onSyncNow={() => void send({ verb: 'syncNow' })}
        onConnect={deps.openSettings}
        onProblem={onProblem}
        onDiscreet={(minutes) => void send({ verb: 'setDiscreet', minutes })}
      />
    </PageFrame>
  );
}
