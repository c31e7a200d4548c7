import { browser } from 'wxt/browser';
import { copyText } from '../../components/app/clipboard.ts';
import { mountPage } from '../../components/app/mount-page.tsx';
import { PopupPage } from '../../components/popup/popup-page.tsx';
import { createPageStore } from '../../components/state/page-store.ts';
import { createRecordStore } from '../../components/state/record-store.ts';
import { createPageClient } from '../../lib/messaging/page-client.ts';
import { openPanel } from './open-panel.ts';

const signal = new AbortController().signal;
const client = createPageClient(browser.runtime);
const page = createPageStore(client, signal);
const windowId = (await browser.windows.getCurrent()).id ?? null;

mountPage(
  <PopupPage
    deps={{
      client,
      page,
      browserLanguage: browser.i18n.getUILanguage(),
      clock: () => new Date(),
      copy: copyText,
      openSettings: () => void browser.runtime.openOptionsPage(),
    }}
    record={createRecordStore(client, windowId, signal)}
    onOpenPanel={() => void openPanel(windowId).then(() => window.close())}
    onNotRight={() => {
      const window = windowId === null ? {} : { windowId };
      client.ask({ verb: 'openPanel', intent: 'report', ...window }).then(
        () => globalThis.close(),
        () => {},
      );
    }}
    onProblem={() => {
      void browser.tabs
        .create({ url: new URL('/options.html#problem', location.href).href })
        .then(() => window.close());
    }}
    onOpenReports={() => {
      void browser.tabs
        .create({ url: new URL('/reports.html', location.href).href })
        .then(() => window.close());
    }}
  />,
);
