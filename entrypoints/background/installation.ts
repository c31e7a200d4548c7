import {
  injectIntoOpenTabs,
  type RegistrationBrowser,
  reconcileRegistration,
} from '../../lib/permissions/registration.ts';
import { serially } from '../../lib/util/serially.ts';
import { framedHosts } from './crm-rules.ts';
import type { Worker } from './worker.ts';

const running = new WeakMap<Worker, () => Promise<void>>();

/** Makes content scripts agree with what is granted, in open tabs too. Grants that come together are one run. */
export function reconcile(worker: Worker): Promise<void> {
  let run = running.get(worker);
  if (run === undefined) {
    run = serially(async () => {
      await worker.ready;
      const browser = worker.browser as unknown as RegistrationBrowser;
      const matches = await reconcileRegistration(browser, framedHosts(worker));
      worker.granted = matches;
      worker.openTabs.forget();
      await injectIntoOpenTabs(browser, matches, framedHosts(worker));
      worker.onChange();
    });
    running.set(worker, run);
  }
  return run();
}

/** A person who has just installed is shown how to connect; an unpacked build is somebody at work on it. */
export async function welcome(worker: Worker): Promise<void> {
  await worker.ready;
  const { installType } = await worker.browser.management.getSelf();
  if (installType === 'development' || (await worker.connection()) !== null) return;
  await worker.browser.tabs.create({ url: worker.browser.runtime.getURL('/welcome.html') });
}
