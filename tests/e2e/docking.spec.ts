import { expect, serveCrm, test, waitForGlyph } from './harness.ts';
import type { Extension } from './support/extension.ts';
import { OWN_HOST } from './support/own-crms.ts';
import { startSmallApi } from './support/small-api.ts';

const smallApi = await startSmallApi();
test.afterAll(() => smallApi.close());

const PAGE = `https://${OWN_HOST}/crm/organizations/Adler`;

/** A page whose heading nobody knows: the badge docks. */
async function setScene(extension: Extension): Promise<void> {
  const key = ['frappecrm', OWN_HOST, 'account', 'Adler'].map(encodeURIComponent).join(':');
  smallApi.api.publish([{ scope: 'north', accounts: [{ id: 'a', name: 'Adler', keys: [key], glyph: 0 }] }]);
  const { url: apiUrl, api } = smallApi;
  await extension.ask({ verb: 'connect', apiUrl, token: api.token, remember: false });
  await extension.waitForSync();
  await extension.grantOrigin(`https://${OWN_HOST}/*`);
  await serveCrm(extension.context, OWN_HOST, '<!doctype html><title>CRM</title><main>Adler</main>');
}

test('the docked badge moves by mouse and keys, is remembered, and leaves dialogs alone @crm', async ({
  extension,
  page,
}) => {
  await setScene(extension);
  await page.goto(PAGE);
  const corner = (await waitForGlyph(page)).box;
  expect(corner.x).toBeGreaterThan(1_000);
  expect(corner.y).toBeGreaterThan(700);
  await page.waitForTimeout(500);

  await page.mouse.move(corner.x + 20, corner.y + 12);
  await page.mouse.down();
  await page.mouse.move(400, 300, { steps: 8 });
  await page.mouse.up();
  const dragged = (await waitForGlyph(page)).box;
  expect(Math.abs(dragged.x - 380)).toBeLessThan(4);
  expect(Math.abs(dragged.y - 288)).toBeLessThan(4);

  // The click has left the focus on it.
  await page.keyboard.press('ArrowLeft');
  const stepped = (await waitForGlyph(page)).box;
  expect(stepped.x).toBeLessThan(dragged.x - 40);

  await page.reload();
  await waitForGlyph(page);
  await expect.poll(async () => (await waitForGlyph(page)).box.x).toBeCloseTo(stepped.x, 0);

  await page.setViewportSize({ width: 420, height: 300 });
  const small = (await waitForGlyph(page)).box;
  expect(small.x).toBeGreaterThanOrEqual(0);
  expect(small.x + small.width).toBeLessThanOrEqual(420);
  expect(small.y + small.height).toBeLessThanOrEqual(300);
  await page.setViewportSize({ width: 1_280, height: 800 });

  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="dialog" aria-modal="true" style="position:fixed;inset:0 40% 0 0;background:#fff">Delete?</div>',
    );
  });
  await expect.poll(async () => (await waitForGlyph(page)).box.x).toBeGreaterThan(768);
  await page.evaluate(() => document.querySelector('[role=dialog]')?.remove());
  await expect.poll(async () => (await waitForGlyph(page)).box.x).toBeCloseTo(stepped.x, 0);
  const { counters } = await extension.ask({ verb: 'diagnose' });
  expect(counters.frappecrm?.docked).toBe(2);
});

test('an adapter that operations switch off is silent @crm', async ({ extension, page }) => {
  smallApi.api.clientPolicy = { minimumVersion: null, message: null, adaptersOff: [{ id: 'frappecrm' }] };
  await setScene(extension);
  await page.goto(PAGE);
  await page.waitForTimeout(4_500);
  const hosts = await page.evaluate(() => document.documentElement.children.length);
  expect(hosts, 'nothing beside head and body').toBe(2);
  const report = await extension.ask({ verb: 'diagnose' });
  expect(report.page).toMatchObject({ crm: 'frappecrm', kind: 'account', switchedOff: true, badge: null });
  expect(JSON.stringify(report)).not.toMatch(/Adler|northwind/);
});
