import { useState } from 'react';
import type { Toggle } from '../../lib/contract/me.ts';
import type { ErrorCode } from '../../lib/contract/page-messages.ts';
import type { PageDeps } from '../app/page-deps.ts';

/** Switching an overlay for the whole team: stored by the API, so it can fail. */
export function useTeamToggle({ client, page }: Pick<PageDeps, 'client' | 'page'>) {
  const [error, setError] = useState<ErrorCode | 'unknown' | null>(null);
  const change = async (toggle: Toggle, on: boolean): Promise<void> => {
    try {
      const answer = await client.ask({ verb: 'setTeamOverlay', toggle, on });
      setError(answer.ok ? null : answer.error);
      if (answer.ok) page.getState().show(answer.state);
    } catch {
      setError('unknown');
    }
  };
  return { error, set: (toggle: Toggle, on: boolean) => void change(toggle, on) };
}
