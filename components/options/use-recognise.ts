import { useEffect } from 'react';
import type { CrmStore } from '../state/crm-store.ts';
import type { SitesStore } from '../state/sites-store.ts';

/** Looks at what runs on a host as soon as the browser has let us in: its yes comes some time after the click. */
export function useRecognise({ added }: Pick<CrmStore, 'added'>, { recognise, view }: SitesStore): void {
  const prescribed = added !== null && view?.locked.sites.includes(added.host) === true;
  useEffect(() => {
    if (added && !prescribed) void recognise(added.host);
  }, [added, prescribed, recognise]);
}
