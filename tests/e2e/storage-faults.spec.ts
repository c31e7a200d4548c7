import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../support/random.ts';
import { expect, test } from './harness.ts';
import { launchWithExtension } from './support/browser.ts';
import { Extension } from './support/extension.ts';
import { mountSmallDisk } from './support/small-disk.ts';

const syncOf = async (extension: Extension) => (await extension.ask({ verb: 'state' })).sync;
const found = (extension: Extension) => extension.ask({ verb: 'search', text: 'e', limit: 50 });

/** Space for what the extension stores; null: as much as the disk has. */
async function setQuota(extension: Extension, quotaSize: number | null): Promise<void> {
  const page = await extension.open('options');
  const cdp = await extension.context.newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', {
    origin: `chrome-extension://${extension.id}`,
    ...(quotaSize === null ? {} : { quotaSize }),
  });
  // The override ends with the session that has set it.
  if (quotaSize === null) await page.close();
}

test.describe('storage that misbehaves @sync', () => {
  test('no space in the browser: said so, nothing of half a sync, and all is well once there is space', async ({
    extension,
  }) => {
    await extension.connectAs('lead');
    const { accounts } = await syncOf(extension);
    await setQuota(extension, 1_000);
    await extension.ask({ verb: 'wipe' });
    await extension.ask({ verb: 'syncNow' });
    expect(await syncOf(extension)).toMatchObject({ error: 'storage-full', accounts: 0 });
    expect(await found(extension)).toEqual([]);
    const popup = await extension.open('popup');
    await expect(popup.locator('body')).toContainText(/storage is full/);
    await popup.close();
    await setQuota(extension, null);
    await extension.waitForSync();
    expect(await syncOf(extension)).toMatchObject({ error: null, accounts });
  });

  test('no space for what is new: what is there stays, whole', async ({ extension, sample }) => {
    await extension.connectAs('lead');
    const before = await found(extension);
    const { accounts } = await syncOf(extension);
    await setQuota(extension, 1_000);
    const [first] = before;
    await sample.change((db) =>
      db
        .updateTable('accounts')
        .set({ name: 'Renamed in between' })
        .where('account_id', '=', first?.id ?? '')
        .execute(),
    );
    await extension.ask({ verb: 'syncNow' });
    expect(await syncOf(extension)).toMatchObject({ error: 'storage-full', accounts });
    expect(await found(extension)).toEqual(before);
    await setQuota(extension, null);
    await extension.waitForSync();
    await expect
      .poll(async () => (await extension.ask({ verb: 'search', text: 'renamed in', limit: 5 })).length)
      .toBe(1);
  });

  test('a full disk: nothing wrong is shown, and the sync goes on once there is space', async ({
    sample,
  }) => {
    const disk = mountSmallDisk();
    test.skip(disk === null, 'a disk that can be filled takes root to mount');
    if (disk === null) return;
    try {
      const launched = await launchWithExtension(join(disk.folder, 'profile'), {});
      const extension = new Extension(launched, sample);
      await extension.connectAs('lead');
      const { accounts } = await syncOf(extension);
      const names = await found(extension);
      await extension.ask({ verb: 'wipe' });
      disk.fill();
      await extension.ask({ verb: 'syncNow' }).catch(() => undefined);
      const state = await syncOf(extension);
      expect([0, accounts]).toContain(state.accounts);
      if (state.accounts === 0) expect(state.error).toMatch(/^storage-/);
      expect([[], names]).toContainEqual(await found(extension));
      disk.free();
      await extension.waitForSync(90_000);
      expect(await syncOf(extension)).toMatchObject({ error: null, accounts });
      expect(await found(extension)).toEqual(names);
      await launched.context.close();
    } finally {
      disk.remove();
    }
  });

  test('flipped bytes in its files: the data are fetched again or a sign-in is asked for, nothing wrong is shown', async ({
    sample,
  }) => {
    test.setTimeout(240_000);
    let flipped = 0;
    for (const kind of ['.log', '.ldb', 'MANIFEST', 'CURRENT']) {
      await test.step(kind, async () => {
        const profile = mkdtempSync(join(tmpdir(), 'tierlens-flip-'));
        const start = async () => {
          const launched = await launchWithExtension(profile, {});
          return { launched, extension: new Extension(launched, sample) };
        };
        const first = await start();
        await first.extension.connectAs('lead');
        const { accounts } = await syncOf(first.extension);
        const names = await found(first.extension);
        // So that there are tables besides the log.
        for (let round = 0; round < 3; round++) {
          await first.extension.ask({ verb: 'wipe' });
          await first.extension.waitForSync();
        }
        await first.launched.context.close();
        flipped += flipBytes(profile, kind);
        const { launched, extension } = await start();
        for (const hit of await found(extension)) expect(names).toContainEqual(hit);
        if ((await syncOf(extension)).phase === 'signed-out') await extension.connectAs('lead');
        await extension.waitForSync();
        expect(await syncOf(extension)).toMatchObject({ error: null, accounts });
        expect(await found(extension)).toEqual(names);
        await launched.context.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      });
    }
    expect(flipped).toBeGreaterThan(2);
  });
});

/** One byte in a hundred, in all files of the extension's databases that are so called. @returns number of files */
function flipBytes(profile: string, kind: string): number {
  const random = seededRandom(7);
  let files = 0;
  for (const entry of readdirSync(join(profile, 'Default', 'IndexedDB'), { recursive: true })) {
    const path = join(profile, 'Default', 'IndexedDB', String(entry));
    if (!path.includes('chrome-extension') || !path.split('/').at(-1)?.includes(kind)) continue;
    if (!statSync(path).isFile() || statSync(path).size === 0) continue;
    const bytes = readFileSync(path);
    for (let n = 0; n < Math.max(1, bytes.length / 100); n++) {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    writeFileSync(path, bytes);
    files++;
  }
  return files;
}
