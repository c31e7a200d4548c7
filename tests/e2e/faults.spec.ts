import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { budget } from '../budget.ts';
import { seededRandom } from '../support/random.ts';
import { expect, test } from './harness.ts';
import { launchWithExtension } from './support/browser.ts';
import { Extension } from './support/extension.ts';
import { type Fault, type FaultProxy, startFaultProxy } from './support/fault-proxy.ts';
import type { RunningSample } from './support/sample.ts';

let proxy: FaultProxy;
test.beforeEach(async ({ sample }) => {
  proxy = await startFaultProxy(sample.apiUrl);
});
test.afterEach(() => proxy.close());

/** Signs in through the proxy. @returns how many accounts there are */
async function signIn(extension: Extension, sample: RunningSample): Promise<number> {
  const token = sample.token('rep');
  expect(await extension.ask({ verb: 'connect', apiUrl: proxy.url, token, remember: true })).toMatchObject({
    ok: true,
  });
  await extension.waitForSync();
  return (await syncOf(extension)).accounts;
}

const syncOf = async (extension: Extension) => (await extension.ask({ verb: 'state' })).sync;

const ON_ME: [name: string, fault: Fault, error: string][] = [
  ['a network that is cut', 'reset', 'api-unreachable'],
  ['a redirect to elsewhere', 'redirect', 'api-unreachable'],
  // The browser hides what a foreign page says.
  ['a sign-in page of a Wi-Fi', 'html', 'api-unreachable'],
  ['an empty answer', 'empty', 'not-an-api'],
  ['half an answer', 'truncated', 'not-an-api'],
  ['a proxy that says 401', { status: 401 }, 'not-an-api'],
  ['a proxy that says 403', { status: 403 }, 'not-an-api'],
  ['a proxy that says 410', { status: 410 }, 'not-an-api'],
  ['too many requests', { status: 429, retryAfter: '1' }, 'server-error'],
  ['a server that fails', { status: 503 }, 'server-error'],
];
const ON_PARTS: [name: string, fault: Fault, paths: RegExp, error: string | null][] = [
  ['half a part', 'truncated', /parts/, 'bad-data'],
  ['another digest', 'wrong digest', /parts/, 'bad-data'],
  ['another count', 'wrong count', /manifest/, 'bad-data'],
  ['a page in place of a part', 'html', /parts/, 'api-unreachable'],
  ['a part that says it is gone', { status: 410, problem: 'start-over' }, /parts/, null],
  ['a cut in the middle', 'reset', /parts/, 'api-unreachable'],
];

test.describe('an API that misbehaves @sync', () => {
  test('takes nothing away; the error has a name; it heals by itself', async ({ extension, sample }) => {
    const accounts = await signIn(extension, sample);
    for (const [name, fault, error] of ON_ME) {
      await test.step(name, async () => {
        proxy.set(fault);
        await extension.ask({ verb: 'syncNow' });
        expect(await syncOf(extension)).toMatchObject({ error, accounts });
        proxy.set(null);
        await extension.ask({ verb: 'syncNow' });
        expect(await syncOf(extension)).toMatchObject({ phase: 'idle', error: null, accounts });
      });
    }
  });

  test('shows nothing of half a sync, and goes on without help', async ({ extension, sample }) => {
    test.setTimeout(120_000);
    const accounts = await signIn(extension, sample);
    for (const [name, fault, paths, error] of ON_PARTS) {
      await test.step(name, async () => {
        proxy.set(fault, paths);
        await extension.ask({ verb: 'wipe' });
        await extension.ask({ verb: 'syncNow' });
        expect(await syncOf(extension)).toMatchObject({ accounts: 0, ...(error === null ? {} : { error }) });
        expect(await extension.ask({ verb: 'search', text: 'a', limit: 5 })).toEqual([]);
        proxy.set(null);
        await extension.waitForSync();
        expect((await syncOf(extension)).accounts).toBe(accounts);
      });
    }
  });

  test('that hangs or drips leaves the data where they are', async ({ extension, sample }) => {
    const accounts = await signIn(extension, sample);
    for (const fault of ['hang', 'drip'] as const) {
      proxy.set(fault);
      const asked = extension.ask({ verb: 'syncNow' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await syncOf(extension)).toMatchObject({ accounts, error: null });
      proxy.set(null);
      await asked;
      await extension.ask({ verb: 'syncNow' });
      expect(await syncOf(extension)).toMatchObject({ phase: 'idle', error: null, accounts });
    }
  });

  test('that ends the sign-in takes the data away; that withdraws access as well', async ({
    extension,
    sample,
  }) => {
    await signIn(extension, sample);
    proxy.set({ status: 401, problem: 'not-signed-in' });
    await extension.ask({ verb: 'syncNow' });
    expect(await syncOf(extension)).toMatchObject({ error: 'wrong-token', accounts: 0 });
    proxy.set(null);
    await signIn(extension, sample);
    proxy.set({ status: 403, problem: 'access-withdrawn' });
    await extension.ask({ verb: 'syncNow' });
    expect(await syncOf(extension)).toMatchObject({ error: 'access-withdrawn', accounts: 0 });
    expect(await extension.dumpCache()).not.toContain('samplecrm:-:account');
  });
});

test.describe('a browser that misbehaves @sync', () => {
  test('a worker killed at any moment of a sync goes on where it was', async ({ extension, sample }) => {
    test.setTimeout(60_000 + budget.workerKills * 8_000);
    const accounts = await signIn(extension, sample);
    const random = seededRandom(1);
    for (let kill = 0; kill < budget.workerKills; kill++) {
      await extension.ask({ verb: 'wipe' });
      const asked = extension.ask({ verb: 'syncNow' }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, random() * 250));
      await extension.killWorker();
      await asked;
      await extension.waitForSync();
      expect((await syncOf(extension)).accounts).toBe(accounts);
    }
  });

  test('that is killed itself goes on in its next life', async ({ sample }) => {
    test.setTimeout(60_000 + budget.browserKills * 20_000);
    const profile = mkdtempSync(join(tmpdir(), 'tierlens-kill-'));
    const start = async () => {
      const launched = await launchWithExtension(profile, {});
      return { launched, extension: new Extension(launched, sample) };
    };
    let now = await start();
    const accounts = await signIn(now.extension, sample);
    for (let kill = 0; kill < budget.browserKills; kill++) {
      await now.extension.ask({ verb: 'wipe' });
      void now.extension.ask({ verb: 'syncNow' }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 20 + kill * 20));
      const { processInfo } = await now.launched.cdp.send('SystemInfo.getProcessInfo');
      const browser = processInfo.find(({ type }) => type === 'browser');
      const closed = now.launched.context.waitForEvent('close');
      process.kill(browser?.id ?? Number.NaN, 'SIGKILL');
      await closed;
      now = await start();
      await now.extension.waitForSync();
      expect((await syncOf(now.extension)).accounts).toBe(accounts);
    }
    await now.launched.context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('a database that is cleared is filled again without help', async ({ extension, sample }) => {
    const accounts = await signIn(extension, sample);
    const origin = `chrome-extension://${extension.id}`;
    const databases = await extension.open('options');
    await databases.evaluate(async () => {
      const opened = indexedDB.open('tierlens-cache');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const stores = ['parts', 'state'];
      const transaction = db.transaction(stores, 'readwrite');
      for (const store of stores) transaction.objectStore(store).clear();
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      db.close();
    });
    expect(databases.url()).toContain(origin);
    await extension.killWorker();
    await extension.waitForSync();
    expect((await syncOf(extension)).accounts).toBe(accounts);
  });

  test('a database of a newer version is read as far as it is known', async ({ extension, sample }) => {
    const accounts = await signIn(extension, sample);
    const page = await extension.open('options');
    await extension.killWorker();
    await page.evaluate(async () => {
      const opened = indexedDB.open('tierlens-cache', 990);
      await new Promise((resolve, reject) => {
        opened.onupgradeneeded = () => void opened.result.createObjectStore('of-tomorrow');
        opened.onsuccess = resolve;
        opened.onerror = () => reject(opened.error);
      });
      opened.result.close();
    });
    await extension.waitForSync();
    expect((await syncOf(extension)).accounts).toBe(accounts);
  });
});
