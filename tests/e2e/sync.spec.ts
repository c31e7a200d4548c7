import { expect, test, waitForGlyph } from './harness.ts';
import { expectBadge, firstAccount, openAccount } from './support/crm-tour.ts';

test.describe('the API comes and goes @sync', () => {
  test('stopped in between: said so, the badge stays, and all is well afterwards', async ({
    extension,
    page,
    sample,
  }) => {
    await extension.connectAs('lead');
    await page.goto(`${sample.crmUrl}/accounts`);
    const account = await firstAccount(page, extension);
    await openAccount(page, account);
    await waitForGlyph(page);
    const before = (await extension.ask({ verb: 'state' })).sync;
    await sample.stopApi();
    try {
      await extension.ask({ verb: 'syncNow' });
      await expect.poll(async () => (await extension.ask({ verb: 'state' })).sync.phase).toBe('offline');
      const popup = await extension.open('popup');
      await expect(popup.locator('body')).toContainText(/offline|cannot be reached|not reachable/i);
      await page.reload();
      await expectBadge(extension, await waitForGlyph(page), account.id);
    } finally {
      await sample.startApi();
    }
    await extension.ask({ verb: 'syncNow' });
    await extension.waitForSync();
    const after = (await extension.ask({ verb: 'state' })).sync;
    expect(after.error).toBeNull();
    expect(after.accounts).toBe(before.accounts);
    expect(Date.parse(after.syncedAt ?? '')).toBeGreaterThan(Date.parse(before.syncedAt ?? ''));
  });

  test('not there at the start: a named error, and a later try succeeds', async ({ extension, sample }) => {
    await sample.stopApi();
    try {
      const answer = await extension.ask({
        verb: 'connect',
        apiUrl: sample.apiUrl,
        token: sample.token('rep'),
        remember: true,
      });
      expect(answer).toMatchObject({ ok: false, error: 'api-unreachable' });
    } finally {
      await sample.startApi();
    }
    await extension.connectAs('rep');
  });

  test('a wrong token is refused by name and leaves nothing behind', async ({ extension, sample }) => {
    const answer = await extension.ask({
      verb: 'connect',
      apiUrl: sample.apiUrl,
      token: `${sample.token('rep').slice(0, -4)}0000`,
      remember: true,
    });
    expect(answer).toMatchObject({ ok: false, error: 'wrong-token' });
    expect((await extension.ask({ verb: 'state' })).sync).toMatchObject({ phase: 'signed-out', accounts: 0 });
  });

  test('a killed worker starts again with the same answers', async ({ extension, page, sample }) => {
    await extension.connectAs('lead');
    await page.goto(`${sample.crmUrl}/accounts`);
    const account = await firstAccount(page, extension);
    await extension.killWorker();
    await openAccount(page, account);
    await expectBadge(extension, await waitForGlyph(page), account.id);
  });
});
