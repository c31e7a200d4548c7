import { browser } from 'wxt/browser';
import { copyText } from '../../components/app/clipboard.ts';
import { mountPage } from '../../components/app/mount-page.tsx';
import { PanelPage } from '../../components/panel/panel-page.tsx';
import { createNotesStore } from '../../components/state/notes-store.ts';
import { createPageStore } from '../../components/state/page-store.ts';
import { createRecordStore } from '../../components/state/record-store.ts';
import { createPageClient } from '../../lib/messaging/page-client.ts';

const signal = new AbortController().signal;
const client = createPageClient(browser.runtime);
const page = createPageStore(client, signal);
// A side panel and a Firefox sidebar both live in the window they follow.
const windowId = (await browser.windows.getCurrent()).id ?? null;

mountPage(
  <PanelPage
    deps={{
      client,
      page,
      browserLanguage: browser.i18n.getUILanguage(),
      clock: () => new Date(),
      copy: copyText,
      openSettings: () => void browser.runtime.openOptionsPage(),
    }}
    record={createRecordStore(client, windowId, signal)}
    notes={createNotesStore(client, () => crypto.randomUUID(), signal)}
    windowId={windowId}
    onProblem={() => void browser.tabs.create({ url: new URL('/options.html#problem', location.href).href })}
  />,
);
