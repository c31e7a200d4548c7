import { useEffect, useState } from 'react';
import type { Shortcuts } from '../options/shortcut-list.tsx';

/** The keys as they were when the page opened, read again whenever somebody comes back to it. */
export function useShortcuts(first: Shortcuts, read: () => Promise<Shortcuts>): Shortcuts {
  const [shortcuts, show] = useState(first);
  useEffect(() => {
    const stop = new AbortController();
    const look = () => {
      if (document.visibilityState === 'visible') void read().then(show);
    };
    document.addEventListener('visibilitychange', look, { signal: stop.signal });
    return () => stop.abort();
  }, [read]);
  return shortcuts;
}
