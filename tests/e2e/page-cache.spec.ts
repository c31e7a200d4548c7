import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { readGlyph, waitForGlyph } from './harness.ts';
import { openCrmBrowser } from './support/crm-browser.ts';

/** Notes in the page what a person sees when it comes back: whether it was kept, and what of ours stands in it. */
const RECORD = `<!doctype html><html><head><meta charset="utf-8"><title>Adler</title></head><body>
<main><section class="record"><header class="record-header" style="display:flex"><h1 class="record-name">Adler GmbH</h1></header></section></main>
<script>
window.shows = [];
const ours = () => [...document.querySelectorAll('*')].filter((node) => /^x-[a-z0-9]*$/.test(node.localName)).length;
addEventListener('pageshow', (event) => window.shows.push({ kept: event.persisted, ours: ours() }));
</script></body></html>`;

interface Show {
  kept: boolean;
  ours: number;
}

test('a page from the back/forward cache shows no stale badge and goes on where it was @crm', async () => {
  const server = createServer((request, response) => {
    const html = request.url?.startsWith('/accounts/')
      ? RECORD
      : '<!doctype html><title>Elsewhere</title>Elsewhere';
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=60' })
      .end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const account = { id: 'a', name: 'Adler GmbH', keys: ['samplecrm:-:account:A-17'], glyph: 0 as const };
  const browser = await openCrmBrowser([account], [], {}, true);
  try {
    const page = await browser.open();
    await page.goto(`http://sample-crm.localhost:${port}/accounts/A-17`);
    expect((await waitForGlyph(page)).letter).toBe('A');

    await page.goto(`http://127.0.0.1:${port}/elsewhere`);
    await browser.publish([{ ...account, glyph: 1 }]);
    const cdp = await browser.extension.context.newCDPSession(page);
    const run = async (expression: string): Promise<unknown> =>
      (await cdp.send('Runtime.evaluate', { expression, returnByValue: true }).catch(() => null))?.result
        .value;
    await page.bringToFront();
    await run('history.back()');
    await expect.poll(() => run('location.pathname')).toBe('/accounts/A-17');
    const last = async () => (((await run('window.shows')) ?? []) as Show[]).at(-1);
    const reasons = await run(
      "JSON.stringify(performance.getEntriesByType('navigation')[0]?.notRestoredReasons ?? null)",
    );
    await expect.poll(last, `not kept because of ${reasons}`).toEqual({ kept: true, ours: 0 });
    await expect.poll(async () => (await readGlyph(page))?.letter ?? null).toBe('C');
    const { key } = await browser.extension.ask({ verb: 'activeRecord', windowId: null });
    expect(key).toContain('A-17');

    // The session goes on: it leaves with the record and comes with it.
    await run("history.pushState({}, '', '/help')");
    await expect.poll(() => readGlyph(page)).toBeNull();
    await run('history.back()');
    await expect.poll(async () => (await readGlyph(page))?.letter ?? null).toBe('C');

    // Signed out while the page was kept: it comes back without a badge.
    await page.goto(`http://127.0.0.1:${port}/elsewhere`);
    await browser.extension.ask({ verb: 'signOut' });
    await page.bringToFront();
    await run('history.back()');
    await expect.poll(last).toEqual({ kept: true, ours: 0 });
    await page.waitForTimeout(500);
    expect(await readGlyph(page)).toBeNull();
    expect(browser.takeErrors()).toEqual([]);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
});
