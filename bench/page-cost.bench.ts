import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { ensureExtension } from '../demo/build-extension.ts';
import { launchWithExtension } from '../tests/e2e/support/browser.ts';
import { serveCrm } from '../tests/e2e/support/crm-pages.ts';
import { startSmallApi } from '../tests/e2e/support/small-api.ts';
import type { FakeApi } from '../tests/support/fake-api.ts';
import { projectRoot } from '../tests/support/source-files.ts';
import { atMost, type Bench, type Figure } from './figure.ts';
import { busyTime, heapInUse, scriptTime } from './script-time.ts';

const OURS = 'http://sample-crm.localhost';
/** The same pages where the extension does not run: alone, or with the naive script. */
const ELSEWHERE = 'http://other-crm.localhost';

const MUTATIONS = 50_000;
const PER_SECOND = 5_000;
const ROWS = 2_000;
/** Rows name them over and over. */
const ACCOUNTS = 200;
const NAVIGATIONS = 100;
const LONG_WALK = 1_000;
const WARM_UP = 400;
/** ms from one navigation of the long walk to the next: time for a badge, not for a reader. */
const HASTE = 40;

const fixture = (file: string) => readFileSync(join(projectRoot, 'tests/fixtures/bench', file), 'utf8');

/** What the extension costs the pages it works on, beside the naive way and no extension, all in one run. */
export const bench: Bench = {
  about:
    'script time and memory the extension adds to a busy page, against a document-wide observer and none',
  async *run() {
    await ensureExtension(() => {});
    const profile = mkdtempSync(join(tmpdir(), 'tierlens-bench-'));
    const small = await startSmallApi();
    publish(small.api);
    const browser = await launchWithExtension(profile, {});
    const { context, extensionId } = browser;
    try {
      for (const origin of [OURS, ELSEWHERE]) {
        await serveCrm(context, new URL(origin).hostname, fixture('busy-page.html'));
      }
      await connect(await context.newPage(), extensionId, small.url, small.api.token);
      const measure = createMeasure(extensionId, () => context.newPage());
      yield* churning(measure);
      yield* scrolling(measure);
      yield* wandering(measure);
    } finally {
      await context.close();
      await small.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

type Way = 'extension' | 'naive' | 'none';
interface Visit {
  page: Page;
  cdp: CDPSession;
  /** Address its script's files start with. */
  script: string;
}
type Measure = <T>(way: Way, path: string, work: (visit: Visit) => Promise<T>) => Promise<T>;

/** Opens a page one of the three ways, lets it settle, works on it, closes it. */
function createMeasure(extensionId: string, open: () => Promise<Page>): Measure {
  return async (way, path, work) => {
    const page = await open();
    const cdp = await page.context().newCDPSession(page);
    if (way === 'naive') {
      await cdp.send('Page.enable');
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: fixture('naive-overlay.js'),
        worldName: 'naive',
      });
    }
    await page.goto((way === 'extension' ? OURS : ELSEWHERE) + path);
    await page.waitForTimeout(1_000);
    const script = way === 'naive' ? 'naive-overlay.js' : `chrome-extension://${extensionId}/`;
    const result = await work({ page, cdp, script });
    await page.close();
    return result;
  };
}

/** ms of script per second of a page on which 5,000 mutations a second happen. */
function churn(perTask: number): (visit: Visit) => Promise<number> {
  return ({ page, cdp, script }) =>
    timePerSecond(
      cdp,
      script,
      () => page.evaluate(`churn(${MUTATIONS}, ${PER_SECOND}, ${perTask})`) as Promise<number>,
    );
}

async function timePerSecond(cdp: CDPSession, script: string, work: () => Promise<number>): Promise<number> {
  let took = 0;
  const ms = await scriptTime(cdp, script, async () => {
    took = await work();
  });
  return (ms / took) * 1_000;
}

async function* churning(measure: Measure): AsyncIterable<Figure> {
  // A page that changes in one place after the other wakes an observer for each change, one that renders for many.
  for (const [perTask, how] of [
    [5, 'five changes in a task'],
    [1, 'one change in a task'],
  ] as const) {
    const ours = await measure('extension', '/accounts/r1', churn(perTask));
    const naive = await measure('naive', '/accounts/r1', churn(perTask));
    yield atMost(`churning record page, ${how}`, round(ours), 'ms per s', 2, 'limit 2 ms per s');
    yield lessWork(`churning record page, ${how}`, ours, naive, 'ms per s', 20);
    const list = await measure('extension', '/accounts', churn(perTask));
    yield atMost(`churning list page, ${how}`, round(list), 'ms per s', 2, 'limit 2 ms per s');
  }
  const foreign = await measure('extension', '/reports', churn(1));
  yield atMost(
    'churning page that is neither record nor list',
    round(foreign),
    'ms per s',
    0.1,
    'limit 0.1 ms per s',
  );
}

async function* scrolling(measure: Measure): AsyncIterable<Figure> {
  const scroll = ({ page, cdp }: Visit) => busyTime(cdp, () => page.evaluate(`scrollOn(${ROWS})`));
  const [ours, naive, none] = await threeWays(measure, '/accounts', scroll);
  const name = `endless list of ${ROWS} rows, time of the page's thread added`;
  yield lessWork(name, Math.max(0, ours - none), Math.max(1, naive - none), 'ms', 1);
}

async function* wandering(measure: Measure): AsyncIterable<Figure> {
  const wander = `wander(${NAVIGATIONS}, 60)`;
  const script = ({ page, cdp, script: files }: Visit) => scriptTime(cdp, files, () => page.evaluate(wander));
  const [inOurs, inNaive] = [
    await measure('extension', '/accounts/r1', script),
    await measure('naive', '/accounts/r1', script),
  ];
  const name = `${NAVIGATIONS} navigations over a table of 300 rows`;
  yield atMost(
    `${name}, script time added to each (naive script: ${round(inNaive / NAVIGATIONS)})`,
    round(inOurs / NAVIGATIONS),
    'ms',
    8,
    'limit 8 ms, half a frame',
  );
  const walk = ({ page, cdp }: Visit) => busyTime(cdp, () => page.evaluate(wander));
  const [ours, naive, none] = await threeWays(measure, '/accounts/r1', walk);
  const each = (ms: number) => Math.max(0, (ms - none) / NAVIGATIONS);
  yield atMost(
    `${name}, time of the page's thread added to each, layout and paint of badge and chips included (naive script: ${round(each(naive))})`,
    round(each(ours)),
    'ms',
    16,
    'limit 16 ms, one frame',
  );
  const grow = async ({ page, cdp }: Visit) => {
    // The browser compiles what runs often in several steps; a heap is flat only after them.
    await page.evaluate(`wander(${WARM_UP}, ${HASTE})`);
    await page.waitForTimeout(500);
    const before = await heapInUse(cdp);
    await page.evaluate(`wander(${LONG_WALK}, ${HASTE})`);
    await page.waitForTimeout(500);
    return (await heapInUse(cdp)) - before;
  };
  const growth =
    (await measure('extension', '/accounts/r1', grow)) - (await measure('none', '/accounts/r1', grow));
  const perStep = Math.max(0, Math.round(growth / LONG_WALK));
  yield atMost(`heap after ${LONG_WALK} more navigations, each`, perStep, 'bytes', 200, 'limit 200 bytes');
}

/** With the extension, with the naive script, alone; the shortest of three rounds each, on a shared machine. */
async function threeWays(
  measure: Measure,
  path: string,
  work: (visit: Visit) => Promise<number>,
): Promise<[ours: number, naive: number, none: number]> {
  const best: Record<Way, number> = { extension: Infinity, naive: Infinity, none: Infinity };
  for (let round = 0; round < 3; round++) {
    for (const way of ['extension', 'naive', 'none'] as const) {
      best[way] = Math.min(best[way], await measure(way, path, work));
    }
  }
  return [best.extension, best.naive, best.none];
}

/** How many times less work than the naive way. */
function lessWork(name: string, ours: number, naive: number, unit: string, times: number): Figure {
  const ratio = Number((ours / naive).toFixed(4));
  return {
    name: `${name}, against an observer of everything`,
    value: round(ours),
    unit,
    against: `naive script of the same run: ${round(naive)} ${unit}`,
    ratio,
    aim: times === 1 ? '≤ 1' : `≤ 1/${times}`,
    holds: ours * times <= naive,
  };
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

/** The accounts of the page, so that every row and every navigation has something to draw. */
function publish(api: FakeApi): void {
  const accounts = Array.from({ length: ACCOUNTS }, (_, n) => ({
    id: `r${n}`,
    name: `Account r${n}`,
    keys: [`samplecrm:-:account:r${n}`],
    glyph: n % 2,
  }));
  api.publish([{ scope: 'north', accounts }]);
}

async function connect(page: Page, extensionId: string, apiUrl: string, token: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const ask = (message: unknown) =>
    page.evaluate((sent) => chrome.runtime.sendMessage(sent), message as never);
  const answer = await ask({ verb: 'connect', apiUrl, token, remember: false });
  if (!answer?.value?.ok) throw new Error(`the extension did not sign in: ${JSON.stringify(answer)}`);
  let last = '';
  for (let waited = 0; waited < 50; waited++) {
    const { value } = await ask({ verb: 'state' });
    last = JSON.stringify(value.sync);
    if (value.sync.phase === 'idle' && value.sync.accounts > 0) {
      await page.close();
      return;
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`the extension did not finish its first sync: ${last}`);
}
