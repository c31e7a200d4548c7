import { expect, test } from '@playwright/test';
import { readGlyph, waitForGlyph, waitForNoGlyph } from './harness.ts';
import { type CrmBrowser, openCrmBrowser } from './support/crm-browser.ts';
import { bodyOf, fixtures, keyOf, LETTERS, NAMES, stageOf } from './support/crm-stage.ts';
import { readGlyphs } from './support/glyphs.ts';

const pageOf = (crm: string, name: string) => {
  const found = fixtures.find((fixture) => fixture.crm === crm && fixture.name === name);
  if (!found) throw new Error(`no page ${crm}/${name}`);
  return found;
};
const espo = pageOf('espocrm', 'account.standard');
const host = new URL(espo.wanted.url).hostname;

let browser: CrmBrowser;
test.beforeAll(async () => {
  const accounts = ['monday', 'bitrix24'].flatMap((crm) => {
    const { keys } = stageOf(crm);
    return [
      { id: `${crm}-a`, name: NAMES.a, keys: [keys.a], glyph: 0 as const },
      { id: `${crm}-b`, name: NAMES.b, keys: [keys.b], glyph: 1 as const },
    ];
  });
  const own = { id: 'espo', name: NAMES.a, keys: [keyOf(espo.wanted.url, espo)], glyph: 0 as const };
  browser = await openCrmBrowser([...accounts, own], [host], {});
});
test.afterAll(() => browser.close());

test('boards of monday are named in the settings, and only their items are accounts @crm', async () => {
  const { html, wanted } = pageOf('monday', 'account.standard');
  await browser.serve(new URL(wanted.url).hostname, html);
  const page = await browser.open();
  await page.goto(wanted.url);
  await page.waitForTimeout(600);
  expect(await readGlyph(page), 'any board looks the same').toBeNull();

  const options = await browser.extension.open('options');
  const board = options.getByLabel('Add a board', { exact: true });
  await board.fill('nonsense');
  await board.press('Enter');
  await expect(options.getByRole('alert')).toContainText('There is no board');
  await board.fill(wanted.url);
  await board.press('Enter');
  await expect(options.getByRole('button', { name: 'Remove board 1234567890' })).toBeVisible();
  // The open page hears of it; the badge comes without a reload.
  await page.bringToFront();
  expect((await waitForGlyph(page)).letter).toBe(LETTERS.a);
  await page.goto(wanted.url.replace('1234567890', '777'));
  await page.waitForTimeout(600);
  expect(await readGlyph(page), 'another board').toBeNull();

  await page.goto(wanted.url);
  await waitForGlyph(page);
  await options.bringToFront();
  await options.getByRole('button', { name: 'Remove board 1234567890' }).click();
  await page.bringToFront();
  await waitForNoGlyph(page);
  await options.close();
  expect(browser.takeErrors()).toEqual([]);
});

test('the guide recognises a CRM on an own server after the grant, and leads on to the settings @crm', async () => {
  await browser.serve(host, espo.html);
  const page = await browser.open();
  await page.goto(espo.wanted.url);
  const guide = await browser.extension.open('welcome');
  await guide.getByRole('button', { name: 'Next' }).click();
  await guide.getByRole('button', { name: 'Next' }).click();
  const address = guide.getByLabel('CRM on your own server', { exact: true });
  await address.fill(`https://${host}/#Account`);
  await address.press('Enter');
  await expect(guide.getByText('Recognised: EspoCRM')).toBeVisible();
  await expect(guide.getByLabel(`CRM on ${host}`, { exact: true })).toHaveValue('espocrm');
  await page.bringToFront();
  expect((await waitForGlyph(page)).letter).toBe(LETTERS.a);
  await guide.bringToFront();
  const opened = browser.extension.context.waitForEvent('page');
  await guide.getByRole('button', { name: /in the settings/ }).click();
  expect((await opened).url()).toContain('options.html');
});

test('Bitrix24 opens records in a slider: the badge stands in the frame, the list keeps its chips @crm', async () => {
  const list = pageOf('bitrix24', 'list.standard');
  const slider = pageOf('bitrix24', 'account.slider-frame');
  const { origin, hostname } = new URL(list.wanted.url);
  const record = (id: string) => `/crm/company/details/${id}/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER`;
  await browser.serve(hostname, (url) => {
    if (url.pathname === '/crm/company/details/499/') return slider.html.replaceAll(NAMES.a, NAMES.b);
    if (url.pathname.startsWith('/crm/company/details/')) return slider.html;
    return url.pathname.startsWith('/crm/company/list') ? list.html : '<title>Other</title>';
  });
  const page = await browser.open();
  await page.goto(list.wanted.url);
  const letters = async (kind: 'badge' | 'chip') =>
    (await readGlyphs(page)).filter((glyph) => glyph.kind === kind).map(({ letter }) => letter);
  await expect.poll(() => letters('chip')).toEqual([LETTERS.a, LETTERS.b]);

  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.className = 'side-panel-iframe';
    frame.style.cssText = 'position:fixed;inset:0 0 0 300px;width:900px;height:100%';
    frame.src = src;
    document.body.append(frame);
  }, record('481'));
  await expect.poll(() => letters('badge')).toEqual([LETTERS.a]);
  const inFrame = await page.frameLocator('iframe.side-panel-iframe').locator('#pagetitle + *').count();
  expect(inFrame, 'beside the title of the frame').toBe(1);
  const shown = async () => (await browser.extension.ask({ verb: 'activeRecord', windowId: null })).key;
  await expect.poll(shown, 'the panel follows the frame').toContain('481');

  await page.frame({ url: /details\/481/ })?.goto(origin + record('499'));
  await expect.poll(() => letters('badge')).toEqual([LETTERS.b]);
  await expect.poll(() => letters('chip')).toEqual([LETTERS.a, LETTERS.b]);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(() => letters('badge')).toEqual([]);
  await expect.poll(shown, 'the slider is closed').toBe(null);

  // A frame of another origin is not the CRM's.
  await browser.serve(
    'evil.example',
    `<body>${bodyOf(slider)}<iframe src="${origin}${record('481')}"></iframe></body>`,
  );
  await page.goto('https://evil.example/');
  await page.waitForTimeout(800);
  expect(await letters('badge')).toEqual([]);
  expect(browser.takeErrors()).toEqual([]);
});
