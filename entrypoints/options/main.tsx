import { browser } from 'wxt/browser';
import { copyText } from '../../components/app/clipboard.ts';
import { mountPage } from '../../components/app/mount-page.tsx';
import { readShortcuts } from '../../components/app/read-shortcuts.ts';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { createCrmStore } from '../../components/state/crm-store.ts';
import { createPageStore } from '../../components/state/page-store.ts';
import { createSitesStore } from '../../components/state/sites-store.ts';
import { hostPatterns } from '../../lib/crm/hosts.ts';
import { adapters, matchUrl } from '../../lib/crm/index.ts';
import { crmNamed } from '../../lib/crm/list.ts';
import { createPageClient } from '../../lib/messaging/page-client.ts';
import { openShortcuts } from './open-shortcuts.ts';

const client = createPageClient(browser.runtime);
const { signal } = new AbortController();
const page = createPageStore(client, signal);
const crms = createCrmStore(
  adapters().map((adapter) => ({ ...adapter, hosts: hostPatterns(adapter, true) })),
  browser.permissions,
  browser.runtime.getManifest().host_permissions ?? [],
);
const sites = createSitesStore(client, () => void comeToFront(), signal);
const keys = () => readShortcuts(browser.commands);
const [shortcuts, estimate] = await Promise.all([
  keys(),
  navigator.storage.estimate().catch(() => ({ usage: undefined })),
]);

mountPage(
  <OptionsPage
    deps={{
      client,
      page,
      browserLanguage: browser.i18n.getUILanguage(),
      clock: () => new Date(),
      copy: copyText,
      openSettings: () => {},
    }}
    crms={crms}
    sites={sites}
    choices={adapters().filter(({ selfHosted }) => selfHosted)}
    idOf={(address, crm) => matchUrl(address, { generic: [crm] })?.id ?? null}
    nameOf={(crm) => crmNamed(crm)?.name ?? crm}
    atProblem={location.hash === '#problem'}
    shortcuts={shortcuts}
    readShortcuts={keys}
    onEditShortcuts={() => void openShortcuts()}
    usage={estimate.usage ?? null}
    onGuide={() => location.assign('/welcome.html')}
  />,
);

/** Back from the page somebody has pointed at. */
async function comeToFront(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return;
  await browser.tabs.update(tab.id, { active: true });
  await browser.windows.update(tab.windowId, { focused: true });
}
