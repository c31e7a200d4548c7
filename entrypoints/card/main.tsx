import { browser } from 'wxt/browser';
import { copyText } from '../../components/app/clipboard.ts';
import { mountPage } from '../../components/app/mount-page.tsx';
import { readCardHash } from '../../components/card/card-hash.ts';
import { CardPage } from '../../components/card/card-page.tsx';
import { createPageStore } from '../../components/state/page-store.ts';
import { createPageClient } from '../../lib/messaging/page-client.ts';

const { ticket, theme } = readCardHash(location.hash);
if (theme) document.documentElement.dataset.theme = theme;
const client = createPageClient(browser.runtime);

mountPage(
  <CardPage
    deps={{
      client,
      page: createPageStore(client, new AbortController().signal),
      browserLanguage: browser.i18n.getUILanguage(),
      clock: () => new Date(),
      copy: copyText,
      openSettings: () => void browser.runtime.openOptionsPage(),
    }}
    ticket={ticket}
  />,
);
