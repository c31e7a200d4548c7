import { expect, test, waitForGlyph } from './harness.ts';
import { axeFaults } from './support/accessibility.ts';
import { firstAccount, hoverBadge, openAccount, sampleKey } from './support/crm-tour.ts';

test.describe('not right? @main', () => {
  test('from the card, offline at first, answered by operations, read by the reporter', async ({
    extension,
    launch,
    page,
    sample,
  }) => {
    await extension.connectAs('lead');
    await extension.ask({ verb: 'setLanguage', language: 'en' });
    await page.goto(`${sample.crmUrl}/accounts`);
    const account = await firstAccount(page, extension);
    await openAccount(page, account);
    await waitForGlyph(page);
    const view = await extension.ask({ verb: 'account', key: sampleKey(account.id) });

    await sample.stopApi();
    const card = await hoverBadge(extension, page);
    await card.getByRole('button', { name: 'Not right?' }).click();
    const panel = await extension.sidePanel();
    await panel.waitForText('What is not right?');
    await panel.clickText('Revenue is missing');
    await panel.evaluate(`document.querySelector('textarea').focus()`);
    await panel.evaluate(`document.execCommand('insertText', false, 'Invoice 4711 is missing')`);
    await panel.clickText('Send');
    await panel.waitForText('Not sent yet.');

    // What waits survives the end of the worker.
    await extension.killWorker();
    expect((await extension.ask({ verb: 'state' })).notes?.queued).toBe(1);
    await sample.startApi();
    await extension.ask({ verb: 'syncNow' });
    await panel.waitForText('With sales operations, not answered yet.');

    const operations = await launch();
    await operations.connectAs('operations');
    await operations.ask({ verb: 'setLanguage', language: 'en' });
    const reports = await operations.open('reports');
    const report = reports.locator('.report', { hasText: 'Invoice 4711 is missing' });
    await report.getByText('Figures as seen').click();
    await expect(report.locator('.facts')).toContainText(view?.words.tier ?? 'no tier');
    await expect(report.locator('.facts')).toContainText('After care');
    expect(await axeFaults(reports)).toEqual([]);
    await report.getByRole('textbox').fill('Booked; it shows with the next evaluation.');
    await report.getByRole('button', { name: 'Send answer' }).click();
    await expect(reports.getByText('Answered.')).toBeVisible();
    await expect(report).toHaveCount(0);

    await extension.ask({ verb: 'syncNow' });
    await panel.waitForText('Booked; it shows with the next evaluation.');
    await expect.poll(async () => (await extension.ask({ verb: 'state' })).notes?.unread).toBe(0);
  });
});

test.describe('what the customer was told @main', () => {
  test('is noted once and seen by everybody who sees the customer', async ({
    extension,
    launch,
    page,
    sample,
  }) => {
    await extension.connectAs('operations');
    await extension.ask({ verb: 'setLanguage', language: 'en' });
    await page.goto(`${sample.crmUrl}/accounts`);
    const account = await firstAccount(page, extension);
    await openAccount(page, account);
    const panel = await extension.openBehind('sidepanel');
    await panel.getByRole('button', { name: 'Note it' }).click();
    expect(await axeFaults(panel)).toEqual([]);
    await panel.getByLabel('How').selectOption('visit');
    await panel.getByRole('button', { name: 'Customer was told' }).click();
    await expect(panel.locator('.told-line')).toContainText(/Told .*, on a visit · by you/);
    await expect(panel.getByRole('button', { name: 'Note it' })).toBeFocused();

    const lead = await launch();
    await lead.connectAs('lead');
    await lead.ask({ verb: 'setLanguage', language: 'en' });
    const due = await lead.ask({ verb: 'dueList', limit: 5 });
    expect(due.length).toBeGreaterThan(0);
    expect(due[0]?.url).toMatch(/^http:\/\/sample-crm\.localhost:\d+\/accounts\//);
    const theirs = await lead.context.newPage();
    await theirs.goto(`${sample.crmUrl}/accounts/${account.id}`);
    if ((await lead.ask({ verb: 'account', key: sampleKey(account.id) })) !== null) {
      const seen = await lead.openBehind('sidepanel');
      await expect(seen.locator('.told-line')).toContainText('on a visit');
      await expect(seen.locator('.told-line')).not.toContainText('by you');
    }
  });
});
