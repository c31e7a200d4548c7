import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ReportsView as Reports } from '../../lib/contract/notes.ts';
import type { PageDeps } from '../app/page-deps.ts';
import { PageFrame } from '../app/page-frame.tsx';
import { ReportsView } from './reports-view.tsx';

/** The page of reports over the worker; asked again whenever something has changed. */
export function ReportsPage({ deps }: { deps: PageDeps }) {
  const { client } = deps;
  const { worker, failed } = useStore(deps.page);
  const [reports, setReports] = useState<Reports | null>(null);
  const [silent, setSilent] = useState(false);
  const [answered, setAnswered] = useState(false);
  const user = worker?.me?.user ?? null;

  const load = useCallback(async () => {
    try {
      setReports(await client.ask({ verb: 'reports' }));
      setSilent(false);
    } catch {
      setSilent(true);
    }
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another user has other reports
  useEffect(() => {
    const stop = new AbortController();
    client.onEvent((event) => {
      if (event.event === 'notes') void load();
    }, stop.signal);
    void load();
    return () => stop.abort();
  }, [client, load, user]);

  return (
    <PageFrame worker={worker} browserLanguage={deps.browserLanguage} clock={deps.clock}>
      <ReportsView
        worker={worker}
        reports={reports}
        failed={failed || silent}
        answered={answered}
        onAnswer={async (id, text) => {
          try {
            const answer = await client.ask({ verb: 'answerReport', id, text });
            if (!answer.ok) return answer.error;
          } catch {
            return 'unknown';
          }
          setAnswered(true);
          await load();
          return null;
        }}
        onDiscard={(id) => void client.ask({ verb: 'discardNote', id }).then(load, load)}
        onAnswersShown={(ids) => void client.ask({ verb: 'answersRead', ids: [...ids] }).catch(() => {})}
        onConnect={deps.openSettings}
      />
    </PageFrame>
  );
}
