import { createRandom } from '../../tests/support/random-portfolio.ts';
import { askFromPage } from './ask-from-page.ts';
import type { Browser } from './browser.ts';
import { Installed } from './installed.ts';
import type { Lab } from './lab.ts';
import { Ours } from './ours.ts';
import { generatedAccount } from './rows.ts';
import { Tab } from './tab.ts';

/** Keys asked for at once. */
export const LOOKUP_SIZES = [1, 50, 200] as const;
/** Calls of each size in one tab: together less than the thousand keys a tab may ask for at once. */
const CALLS: Readonly<Record<number, number>> = { 1: 40, 50: 4, 200: 3 };
const WARMING_TABS = 2;
const TABS = 20;
const COLD_STARTS = 20;
const ROWS = 120;
const ROW_ROUNDS = 10;
/** Time for a stopped worker's process to end. */
const STOPPING_MS = 700;
/** What is typed, letter by letter. */
const TYPED = ['schäfer metall', 'kiel', 'gmbh & co', 'zöllner', 'technik 77'];

export interface Lookups {
  /** ms by number of keys. */
  warm: { ours: Map<number, number[]>; echo: Map<number, number[]> };
  row: { ours: number[]; echo: number[] };
  cold: { ours: number[]; echo: number[] };
  /** ms of each keystroke, and of the first one, which reads the index. */
  search: { first: number; keystrokes: number[] };
}

/** Asks the extension and a worker that does nothing turn and turn about, in one browser. */
export async function measureLookups(lab: Lab, accounts: number): Promise<Lookups> {
  const { company, folders, inBrowser } = lab;
  await company.publish({ accounts, evaluation: 0, changes: 0 });
  const { result } = await inBrowser(async (browser) => {
    const ours = new Ours(await Installed.load(browser, folders.ours));
    const echo = await Installed.load(browser, folders.echo);
    await ours.signIn(company);
    const keys = randomKeys(accounts);
    const warm = await warmLookups(lab, browser, ours, echo, keys);
    const row = await readRows(ours, echo, keys);
    const search = await typeNames(ours);
    // Pages of an extension would keep its process alive.
    await ours.installed.control.close();
    await echo.control.close();
    return { warm, row, search, cold: await coldLookups(lab, browser, ours, echo, keys) };
  });
  return result;
}

function randomKeys(accounts: number): (count: number) => string[] {
  const random = createRandom(5);
  return (count) =>
    Array.from({ length: count }, () => generatedAccount(random(accounts), 0).words.keys[0] as string);
}

const crmPage = ({ company }: Lab) => `http://sample-crm.localhost:${company.port}/`;
/** Every key was answered by a glyph. */
const ALL_FOUND = 'answer?.ok && answer.value.glyphs.every((glyph) => glyph !== null)';
const ECHOED = 'answer?.verb === "lookup"';

async function warmLookups(
  lab: Lab,
  browser: Browser,
  ours: Ours,
  echo: Installed,
  keys: (count: number) => string[],
): Promise<Lookups['warm']> {
  const times = () => new Map<number, number[]>(LOOKUP_SIZES.map((size) => [size, []]));
  const warm = { ours: times(), echo: times() };
  for (let n = 0; n < WARMING_TABS + TABS; n++) {
    const tab = await Tab.open(browser, crmPage(lab));
    for (const size of LOOKUP_SIZES) {
      const messages = () =>
        Array.from({ length: CALLS[size] ?? 0 }, () => ({ verb: 'lookup', keys: keys(size) }));
      const { own, echoed } = await inTurns(n, {
        own: () => askFromPage(tab, messages(), ALL_FOUND, ours.installed.id),
        echoed: () => askFromPage(tab, messages(), ECHOED, echo.id),
      });
      // The first tabs warm both up.
      if (n < WARMING_TABS) continue;
      warm.ours.get(size)?.push(...own);
      warm.echo.get(size)?.push(...echoed);
    }
    await tab.close();
  }
  return warm;
}

/** Measures both, in every other round the other one first: the first in a page pays for what the page has not done yet. */
async function inTurns(
  round: number,
  { own, echoed }: Record<'own' | 'echoed', () => Promise<number[]>>,
): Promise<Record<'own' | 'echoed', number[]>> {
  if (round % 2 === 0) {
    const first = await own();
    return { own: first, echoed: await echoed() };
  }
  const first = await echoed();
  return { echoed: first, own: await own() };
}

async function readRows(
  ours: Ours,
  echo: Installed,
  keys: (count: number) => string[],
): Promise<Lookups['row']> {
  const row: Lookups['row'] = { ours: [], echo: [] };
  for (let round = 0; round < ROW_ROUNDS; round++) {
    const messages = () => keys(ROWS / ROW_ROUNDS).map((key) => ({ verb: 'account', key }));
    const { own, echoed } = await inTurns(round, {
      own: () => askFromPage(ours.installed.control, messages(), 'answer?.ok && answer.value.words'),
      echoed: () => askFromPage(echo.control, messages(), 'answer?.verb === "account"'),
    });
    row.ours.push(...own);
    row.echo.push(...echoed);
  }
  return row;
}

async function typeNames(ours: Ours): Promise<Lookups['search']> {
  const typed = (text: string) =>
    Array.from(text, (_, i) => ({ verb: 'search', text: text.slice(0, i + 1), limit: 10 }));
  const ask = (messages: object[]) => askFromPage(ours.installed.control, messages, 'answer?.ok');
  const [first = 0] = await ask([{ verb: 'search', text: 'a', limit: 10 }]);
  return { first, keystrokes: await ask(TYPED.flatMap(typed)) };
}

/** Stops all workers before each question, so that its answer has to wait for one to start. */
async function coldLookups(
  lab: Lab,
  browser: Browser,
  ours: Ours,
  echo: Installed,
  keys: (count: number) => string[],
): Promise<Lookups['cold']> {
  const cold: Lookups['cold'] = { ours: [], echo: [] };
  const tab = await Tab.open(browser, crmPage(lab));
  await browser.send('ServiceWorker.enable', {}, tab.session);
  for (let n = 0; n < COLD_STARTS * 2; n++) {
    await browser.send('ServiceWorker.stopAllWorkers', {}, tab.session);
    await new Promise((resolve) => setTimeout(resolve, STOPPING_MS));
    const message = [{ verb: 'lookup', keys: keys(1) }];
    if (n % 2 === 0) cold.ours.push(...(await askFromPage(tab, message, ALL_FOUND, ours.installed.id)));
    else cold.echo.push(...(await askFromPage(tab, message, ECHOED, echo.id)));
  }
  await tab.close();
  return cold;
}
