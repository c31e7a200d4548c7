import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createMatcher } from '../../lib/crm/create-matcher.ts';
import { loadedCrms } from '../../lib/crm/loaded-crms.ts';
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
  allFrames: false,
  main() {
    if (window.top !== window) return;
    const run = startSingleRun(document, browser.runtime);
    const { signal } = run;
    const client = createContentClient(browser.runtime);
    const services = createPageServices(
      client,
      (ticket) => `${(browser.runtime as typeof chrome.runtime).getURL('card.html')}#ticket=${ticket}`,
      () => {
        if (signal.aborted) return;
        run.abort();
        services.note('the extension was updated or removed; reload the page to see it again');
      },
    );
    const { readPage } = createMatcher(loadedCrms());
    const overlay = createPageOverlay(readPage, services, document.readyState === 'loading', signal);
    client.onEvent(overlay.event, signal);
    watchCommittedUrl(window, overlay.commit, signal);
  },
});
