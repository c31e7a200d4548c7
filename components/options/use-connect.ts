import { useState } from 'react';
import type { ErrorCode } from '../../lib/contract/page-messages.ts';
import type { PageDeps } from '../app/page-deps.ts';
import type { ConnectionInput } from './connection-form.tsx';

/** Connecting from a form: busy while the server answers, then its error or nothing. */
export function useConnect({ client, page }: Pick<PageDeps, 'client' | 'page'>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode | 'unknown' | null>(null);
  const connect = async (input: ConnectionInput): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      const answer = await client.ask({ verb: 'connect', ...input });
      if (answer.ok) page.getState().show(answer.state);
      else setError(answer.error);
      return answer.ok;
    } catch {
      setError('unknown');
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, connect };
}
