import type { Browser } from './browser.ts';
import { Installed } from './installed.ts';
import type { Lab } from './lab.ts';
import { Ours } from './ours.ts';
import { generatedAccount } from './rows.ts';
import { Tab } from './tab.ts';
import { type BadgeTimes, watchBadge } from './watch-badge.ts';

/** Time for a stopped worker's process to end. */
const STOPPING_MS = 700;
/** Pages stay a moment before the next record is opened. */
const READING_MS = 120;

/** ms from the header in the document to the glyph on the screen. */
export interface BadgeLatencies {
  /** A record opened in a page that is there, the worker running. */
  warm: number[];
  /** The same, the worker stopped. */
  cold: number[];
  /** A page that is loaded anew, the worker stopped: the content script wakes it before there is a header. */
  load: number[];
}

/** Opens accounts one after the other in the sample CRM's shape of page, with all accounts in the cache. */
export async function measureBadge(
  lab: Lab,
  { accounts, warm, cold }: { accounts: number; warm: number; cold: number },
): Promise<BadgeLatencies> {
  await lab.company.publish({ accounts, evaluation: 0, changes: 0 });
  const { result } = await lab.inBrowser(async (browser) => {
    const ours = new Ours(await Installed.load(browser, lab.folders.ours));
    await ours.signIn(lab.company);
    await ours.installed.control.close();
    const crm = `http://sample-crm.localhost:${lab.company.port}`;
    const tab = await Tab.open(browser, `${crm}/`);
    await browser.send('ServiceWorker.enable', {}, tab.session);
    const pages = new Pages(browser, tab, crm, ours.installed.id);
    const accountNumber = (n: number) => (n * 7_919) % accounts;
    const times: BadgeLatencies = { warm: [], cold: [], load: [] };
    // The first ones warm everything up.
    for (let n = 0; n < warm + 3; n++) {
      await pages.leave();
      const took = await pages.openWithin(accountNumber(n));
      if (n >= 3) times.warm.push(took);
    }
    for (let n = 0; n < cold; n++) {
      // Leaving a record tells the worker, which would start it.
      await pages.leave();
      await pages.stopWorkers();
      times.cold.push(await pages.openWithin(accountNumber(n)));
      await pages.stopWorkers();
      times.load.push(await pages.load(accountNumber(n)));
    }
    return times;
  });
  return result;
}

class Pages {
  readonly #browser: Browser;
  readonly #tab: Tab;
  readonly #crm: string;
  readonly #extension: string;

  constructor(browser: Browser, tab: Tab, crm: string, extension: string) {
    this.#browser = browser;
    this.#tab = tab;
    this.#crm = crm;
    this.#extension = extension;
  }

  async stopWorkers(): Promise<void> {
    await this.#browser.send('ServiceWorker.stopAllWorkers', {}, this.#tab.session);
    await new Promise((resolve) => setTimeout(resolve, STOPPING_MS));
  }

  async leave(): Promise<void> {
    await this.#tab.evaluate('leaveAccount()');
    await new Promise((resolve) => setTimeout(resolve, READING_MS));
  }

  /** Opens a record the way single-page CRMs do: address and header change in one task. */
  async openWithin(n: number): Promise<number> {
    const { id, name } = generatedAccount(n, 0).words;
    const watching = this.#tab.evaluate<BadgeTimes>(watchBadge(name), this.#extension);
    await this.#tab.evaluate(`openAccount(${JSON.stringify(id)}, ${JSON.stringify(name)})`);
    return took(await watching);
  }

  /** Loads the account's page; its header comes some time after the document, as in CRMs. */
  async load(n: number): Promise<number> {
    const { id, name } = generatedAccount(n, 0).words;
    await this.#tab.goTo(`${this.#crm}/accounts/${id}`);
    return took(await this.#tab.evaluate<BadgeTimes>(watchBadge(name), this.#extension));
  }
}

function took({ header, painted }: BadgeTimes): number {
  return painted - header;
}
