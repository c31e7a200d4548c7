import { useState } from 'react';
import type { Toggle } from '../../lib/contract/me.ts';
import type { ErrorCode, PageRequest } from '../../lib/contract/page-messages.ts';
import type { PageDeps } from '../app/page-deps.ts';

type TeamRequest = Extract<PageRequest, { verb: 'setTeamOverlay' | 'setTeamTerms' }>;

/** What a lead sets for the whole team: stored by the API, so it can fail. */
export function useTeamToggles({ client, page }: Pick<PageDeps, 'client' | 'page'>) {
  const [error, setError] = useState<ErrorCode | 'unknown' | null>(null);
  const change = async (request: TeamRequest): Promise<void> => {
    try {
      const answer = await client.ask(request);
      setError(answer.ok ? null : answer.error);
      if (answer.ok) page.getState().show(answer.state);
    } catch {
      setError('unknown');
    }
  };
  return {
    error,
    set: (toggle: Toggle, on: boolean) => void change({ verb: 'setTeamOverlay', toggle, on }),
    setTerms: (until: string | null, locked: boolean) => void change({ verb: 'setTeamTerms', until, locked }),
  };
}
