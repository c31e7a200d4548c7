import type { BrowserContext, Page } from '@playwright/test';
import { expect, serveCrm, test, waitForGlyph } from './harness.ts';
import type { Extension } from './support/extension.ts';
import { OWN_HOST, type OwnCrm, ownCrms, ownPage } from './support/own-crms.ts';
import { startSmallApi } from './support/small-api.ts';

const ORIGIN = `https://${OWN_HOST}`;
const NAME = 'Adler Armaturen GmbH';
const espo = ownCrms.find(({ crm }) => crm === 'espocrm') as OwnCrm;

const smallApi = await startSmallApi();
test.afterAll(() => smallApi.close());

/** A signed-in person whose one account is known under this key, on a host that was just granted. */
async function setScene(extension: Extension, key: readonly string[]): Promise<void> {
  const keys = [key.map(encodeURIComponent).join(':')];
  smallApi.api.publish([{ scope: 'north', accounts: [{ id: 'a0', name: NAME, keys, glyph: 0 }] }]);
  const { url: apiUrl, api } = smallApi;
  await extension.ask({ verb: 'connect', apiUrl, token: api.token, remember: false });
  await extension.waitForSync();
  await extension.grantOrigin(`${ORIGIN}/*`);
}

/** A CRM nobody has heard of: one customer per address. */
function servePlainCrm(context: BrowserContext): Promise<void> {
  return serveCrm(
    context,
    OWN_HOST,
    `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>ERP</title></head><body>
<nav><a href="/kunden">Kunden</a></nav><main><h2 class="kunde" style="display:inline-block">${NAME}</h2></main></body></html>`,
  );
}

const site = (options: Page) => options.locator('.own-site', { hasText: OWN_HOST }).first();

test('a CRM on an own host is recognised from its open page, kept, changed and removed @crm', async ({
  extension,
  page,
}) => {
  await setScene(extension, ['espocrm', OWN_HOST, 'account', espo.ids[0]]);
  const options = await extension.open('options');
  await options.getByRole('button', { name: `Recognise the CRM on ${OWN_HOST}` }).click();
  await expect(site(options)).toContainText('is open. Open one in another tab');

  await serveCrm(
    extension.context,
    OWN_HOST,
    ownPage(espo, [
      { id: espo.ids[0], name: NAME },
      { id: espo.ids[1], name: 'Birke' },
    ]),
  );
  await page.goto(ORIGIN + espo.account(espo.ids[0]));
  await waitForGlyph(page);
  // The browser says yes without asking again; what runs there is looked at without another click.
  await options.getByLabel('CRM on your own server', { exact: true }).fill(`${ORIGIN}/#Account`);
  await options.getByLabel('CRM on your own server', { exact: true }).press('Enter');
  await expect(site(options)).toContainText('Recognised: EspoCRM');
  const chosen = options.getByLabel(`CRM on ${OWN_HOST}`, { exact: true });
  await expect(chosen).toHaveValue('espocrm');

  await chosen.selectOption('odoo');
  await expect.poll(async () => (await extension.ask({ verb: 'crmSettings' })).sites[OWN_HOST]).toBe('odoo');
  await options.reload();
  await expect(chosen).toHaveValue('odoo');

  await site(options)
    .getByRole('button', { name: `Remove ${OWN_HOST}` })
    .click();
  await expect(options.locator('.own-site')).toHaveCount(0);
  expect((await extension.ask({ verb: 'crmSettings' })).sites).toEqual({});
});

test('any other CRM is learned by pointing at a name and marking the id @crm', async ({
  extension,
  page,
}) => {
  await setScene(extension, ['generic', OWN_HOST, 'account', '4711']);
  await servePlainCrm(extension.context);
  await page.goto(`${ORIGIN}/de/kunden/4711?tab=2`);
  const options = await extension.open('options');
  await options.getByRole('button', { name: `Recognise the CRM on ${OWN_HOST}` }).click();
  await expect(site(options)).toContainText('does not tell which CRM it is');
  await options.getByLabel(`CRM on ${OWN_HOST}`, { exact: true }).selectOption('generic');

  await options.getByRole('button', { name: `Point at a customer on ${OWN_HOST}` }).click();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
  // The frame that follows the pointer stands before the click counts.
  await expect
    .poll(async () => {
      await page.locator('h2').hover();
      return page.evaluate(() => document.documentElement.children.length);
    })
    .toBeGreaterThan(2);
  await page.locator('h2').click();

  await expect(options.getByRole('radio', { name: '4711' })).toBeChecked();
  await expect.poll(() => options.evaluate(() => document.visibilityState)).toBe('visible');
  await options.getByRole('radio', { name: 'kunden' }).check();
  await expect(options.getByText(`${OWN_HOST}/de/‹ID›/4711`)).toBeVisible();
  await options.getByRole('radio', { name: '4711' }).check();
  await options.getByRole('checkbox', { name: 'de', exact: true }).check();
  await options.getByRole('button', { name: 'Save' }).click();
  await expect(options.getByText(`${OWN_HOST}/*/kunden/‹ID›`)).toBeVisible();

  await page.goto(`${ORIGIN}/en/kunden/4711`);
  expect((await waitForGlyph(page)).letter).toBe('A');

  const problem = await extension.open('options', '#problem');
  await expect(problem.getByText('The badge stands beside the name')).toBeVisible();
  const report = await problem.locator('.report-text').innerText();
  expect(report).toContain('page crm: generic');
  for (const secret of [NAME, '4711', OWN_HOST, 'kunden']) expect(report).not.toContain(secret);

  await options.getByRole('button', { name: `Remove ${OWN_HOST}/*/kunden/‹ID›` }).click();
  await expect(options.getByText(`${OWN_HOST}/*/kunden/‹ID›`)).toHaveCount(0);
});
