import { browser } from 'wxt/browser';
import { copyText } from '../../components/app/clipboard.ts';
import { mountPage } from '../../components/app/mount-page.tsx';
import { readShortcuts } from '../../components/app/read-shortcuts.ts';
import { createCrmStore } from '../../components/state/crm-store.ts';
import { createPageStore } from '../../components/state/page-store.ts';
import { createSitesStore } from '../../components/state/sites-store.ts';
import { WelcomePage } from '../../components/welcome/welcome-page.tsx';
import { hostPatterns } from '../../lib/crm/hosts.ts';
import { adapters, matchUrl } from '../../lib/crm/index.ts';
import { createPageClient } from '../../lib/messaging/page-client.ts';

const client = createPageClient(browser.runtime);
const { signal } = new AbortController();
const page = createPageStore(client, signal);
const crms = createCrmStore(
  adapters().map((adapter) => ({ ...adapter, hosts: hostPatterns(adapter, true) })),
  browser.permissions,
  browser.runtime.getManifest().host_permissions ?? [],
);
const sites = createSitesStore(client, () => {}, signal);

mountPage(
  <WelcomePage
    deps={{
      client,
      page,
      browserLanguage: browser.i18n.getUILanguage(),
      clock: () => new Date(),
      copy: copyText,
      openSettings: () => void browser.runtime.openOptionsPage(),
    }}
    crms={crms}
    sites={sites}
    choices={adapters().filter(({ selfHosted }) => selfHosted)}
    idOf={(address, crm) => matchUrl(address, { generic: [crm] })?.id ?? null}
    shortcuts={await readShortcuts(browser.commands)}
    onDone={() => window.close()}
  />,
);
