import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { CrmRules } from '../../lib/contract/content-messages.ts';
import { completeAdapter } from '../../lib/crm/complete-adapter.ts';
import { loadedCrms } from '../../lib/crm/loaded-crms.ts';
import { createPageReader } from '../../lib/crm/page-reader.ts';
import { watchCommittedUrl } from '../../lib/detection/committed-navigation.ts';
import { startSingleRun } from '../../lib/detection/single-run.ts';
import { createContentClient } from '../../lib/messaging/content-client.ts';
import { createPageOverlay } from './page-overlay.ts';
import { createPageServices } from './page-services.ts';

/** Registered by the worker for the hosts the user has granted. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  runAt: 'document_start',
  main() {
    const crms = loadedCrms().filter(({ frames }) => frames || window.top === window);
    if (crms.length === 0) return;
    try {
      if (window.top?.origin !== origin) return;
    } catch {
      // A frame of another origin than its page's: reading that throws.
      return;
    }
    const run = startSingleRun(document, browser.runtime);
    const { signal } = run;
    const client = createContentClient(browser.runtime);
    const services = createPageServices(
      client,
      (ticket) => `${(browser.runtime as typeof chrome.runtime).getURL('card.html')}#ticket=${ticket}`,
      (why) => {
        if (signal.aborted) return;
        run.abort();
        services.note(why);
      },
    );
    const adapters = crms.map(completeAdapter);
    const readPage = (url: URL, { off, only, settings }: CrmRules) =>
      createPageReader(
        adapters.filter(({ id }) => !off.includes(id) && [only ?? id, 'generic'].includes(id)),
      )(url, settings);
    const overlay = createPageOverlay(readPage, services, document.readyState === 'loading', signal);
    client.onEvent(overlay.event, signal);
    addEventListener('pagehide', overlay.hide, { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && overlay.comeBack(), { signal });
    watchCommittedUrl(window, overlay.commit, signal);
  },
});
