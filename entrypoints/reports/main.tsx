import { browser } from 'wxt/browser';
import { copyText } from '../../components/app/clipboard.ts';
import { mountPage } from '../../components/app/mount-page.tsx';
import { ReportsPage } from '../../components/reports/reports-page.tsx';
import { createPageStore } from '../../components/state/page-store.ts';
import { createPageClient } from '../../lib/messaging/page-client.ts';

const client = createPageClient(browser.runtime);

mountPage(
  <ReportsPage
    deps={{
      client,
      page: createPageStore(client, new AbortController().signal),
      browserLanguage: browser.i18n.getUILanguage(),
      clock: () => new Date(),
      copy: copyText,
      openSettings: () => void browser.runtime.openOptionsPage(),
    }}
  />,
);
