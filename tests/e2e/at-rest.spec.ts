import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './harness.ts';
import { launchWithExtension } from './support/browser.ts';
import { sweep } from './support/canary-sweep.ts';
import { Extension } from './support/extension.ts';

/** A profile of its own, so that nobody but the extension has written there. */
let profile: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'tierlens-rest-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** Names that only customer data hold. */
async function canaries(extension: Extension): Promise<string[]> {
  const hits = await extension.ask({ verb: 'search', text: 'e', limit: 50 });
  const names = hits.map(({ name }) => name).filter((name) => name.length > 10);
  expect(names.length).toBeGreaterThan(5);
  const { me } = await extension.ask({ verb: 'state' });
  return [...names, me?.name ?? ''].filter((word) => word !== '');
}

test.describe('at rest @security @sync', () => {
  test('the profile says nothing while signed in, after a lost key and after sign-out', async ({
    sample,
  }) => {
    const first = await launchWithExtension(profile, {});
    const extension = new Extension(first, sample);
    await extension.connectAs('lead', { remember: false });
    const words = await canaries(extension);
    expect(sweep(profile, words)).toEqual([]);
    await first.context.close();
    // The session is over and the key with it.
    expect(sweep(profile, words)).toEqual([]);
    const second = await launchWithExtension(profile, {});
    const locked = new Extension(second, sample);
    expect((await locked.ask({ verb: 'state' })).sync).toMatchObject({ phase: 'locked', accounts: 0 });
    expect(await locked.ask({ verb: 'search', text: 'e', limit: 50 })).toEqual([]);
    await locked.connectAs('lead', { remember: false });
    await locked.ask({ verb: 'signOut' });
    expect((await locked.ask({ verb: 'state' })).sync).toMatchObject({ phase: 'signed-out', accounts: 0 });
    await second.context.close();
    expect(sweep(profile, words)).toEqual([]);
  });

  test('control: the same data stored unsealed are found, even after they were deleted', async ({
    sample,
  }) => {
    const { context, ...browser } = await launchWithExtension(profile, {});
    const extension = new Extension({ context, ...browser }, sample);
    await extension.connectAs('lead', { remember: false });
    const words = await canaries(extension);
    const page = await extension.open('options');
    await page.evaluate(
      async ({ apiUrl, token }) => {
        const headers = { authorization: `Bearer ${token}` };
        const get = (path: string) => fetch(apiUrl + path, { headers, cache: 'no-store' });
        const manifest = await (await get('/v1/manifest')).json();
        const opened = indexedDB.open('control', 1);
        opened.onupgradeneeded = () => void opened.result.createObjectStore('parts');
        await new Promise((resolve) => {
          opened.onsuccess = resolve;
        });
        for (const { layers } of manifest.scopes) {
          for (const { base } of layers) {
            for (const { digest } of base) {
              const bytes = await (await get(`/v1/parts/${digest}`)).arrayBuffer();
              const put = opened.result.transaction('parts', 'readwrite', { durability: 'strict' });
              put.objectStore('parts').put(bytes, digest);
              await new Promise((resolve) => {
                put.oncomplete = resolve;
              });
            }
          }
        }
        opened.result.close();
        const deleted = indexedDB.deleteDatabase('control');
        await new Promise((resolve) => {
          deleted.onsuccess = resolve;
        });
      },
      { apiUrl: sample.apiUrl, token: sample.token('lead') },
    );
    await context.close();
    expect(sweep(profile, words).length).toBeGreaterThan(0);
  });
});
