import { expect, savePicture, serveCrm, test, waitForGlyph } from './harness.ts';
import { bodyOf, fixtures, keyOf, NAMES } from './support/crm-stage.ts';
import { startSmallApi } from './support/small-api.ts';

const HOST = 'northwind.lightning.force.com';
/** Id of the second account, in place of the first one's. */
const OTHER = '001Qy00000ZzZzZIAV';

const smallApi = await startSmallApi();
test.afterAll(() => smallApi.close());

function fixture(name: string) {
  const found = fixtures.find((one) => one.crm === 'salesforce' && one.name === name);
  if (!found) throw new Error(`salesforce has no page ${name}`);
  return found;
}

const account = fixture('account.standard');
const service = fixture('case.console-subtab');
const accountId = keyOf(account.wanted.url, account).split(':').at(-1) ?? '';
const ofOther = (text: string) => text.replaceAll(accountId, OTHER).replaceAll(NAMES.a, NAMES.b);

/** One console page with a subtab each for an account and for another account's case; the one behind stays in it. */
const SUBTABS = [
  { url: account.wanted.url, html: bodyOf(account) },
  { url: ofOther(service.wanted.url), html: ofOther(bodyOf(service)) },
];

const CONSOLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Console</title></head><body>
${SUBTABS.map(({ html }, n) => `<div class="subtab" ${n === 0 ? '' : 'style="display:none"'}>${html}</div>`).join('\n')}
<script>
  const urls = ${JSON.stringify(SUBTABS.map(({ url }) => url))};
  window.choose = (wanted) => {
    history.pushState(null, '', urls[wanted]);
    document.querySelectorAll('.subtab').forEach((tab, n) => { tab.style.display = n === wanted ? '' : 'none'; });
  };
</script></body></html>`;

test('the side panel follows the console subtab in front, and the tab in front @crm', async ({
  extension,
  page,
}) => {
  const { url: apiUrl, api } = smallApi;
  const first = keyOf(account.wanted.url, account);
  const second = first.replace(accountId, OTHER);
  api.publish([
    {
      scope: 'north',
      accounts: [
        { id: 'a', name: NAMES.a, keys: [first], glyph: 0 },
        { id: 'b', name: NAMES.b, keys: [second], glyph: 1 },
        { id: 'c', name: 'Cedar Ltd', keys: ['samplecrm:-:account:c'], glyph: 1 },
      ],
    },
  ]);
  await extension.ask({ verb: 'connect', apiUrl, token: api.token, remember: false });
  await extension.waitForSync();
  await extension.grant('salesforce');
  await serveCrm(extension.context, HOST, CONSOLE);
  await page.goto(account.wanted.url);
  await page.bringToFront();
  expect((await waitForGlyph(page)).letter).toBe('A');
  await extension.openSidePanel();
  const panel = await extension.sidePanel();
  const shows = async (name: string) => {
    await expect.poll(() => panel.text('.head-name')).toBe(name);
    const others = [NAMES.a, NAMES.b, 'Cedar Ltd'].filter((other) => other !== name);
    const text = await panel.text();
    for (const other of others) expect(text).not.toContain(other);
  };
  const choose = (subtab: number) =>
    page.evaluate((n) => (window as unknown as { choose(n: number): void }).choose(n), subtab);

  await shows(NAMES.a);
  for (let turn = 0; turn < 3; turn++) {
    await choose(1);
    await shows(NAMES.b);
    await expect.poll(async () => (await waitForGlyph(page)).letter).toBe('C');
    await choose(0);
    await shows(NAMES.a);
    await expect.poll(async () => (await waitForGlyph(page)).letter).toBe('A');
  }

  const other = await extension.context.newPage();
  await serveCrm(
    extension.context,
    'sample-crm.localhost',
    '<main><h1 class="record-name">Cedar Ltd</h1></main>',
  );
  await other.goto('http://sample-crm.localhost/accounts/c');
  await other.bringToFront();
  await shows('Cedar Ltd');
  // A subtab that changes behind the tab in front changes nothing here, and is there on return.
  await choose(1);
  await other.waitForTimeout(500);
  await shows('Cedar Ltd');
  await page.bringToFront();
  await shows(NAMES.b);
  await savePicture('panel-console-subtab', (path) => panel.screenshot(path));
  await panel.detach();
});
