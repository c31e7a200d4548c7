import type { Page } from '@playwright/test';
import { expect, readChips, readGlyph, serveCrm, test, waitForGlyph } from './harness.ts';
import {
  type CloudCrm,
  type CloudRecord,
  cloudAccounts,
  cloudCrms,
  cloudPage,
  go,
  type PageManners,
  readTrace,
  wrongSightings,
} from './support/cloud-crm.ts';
import type { Extension } from './support/extension.ts';

interface Scene {
  records: CloudRecord[];
  tiers: string[];
  origin: string;
}

/** Signs in, grants the CRM and serves its pages at their real address. */
async function setScene(
  extension: Extension,
  page: Page,
  crm: CloudCrm,
  manners: PageManners,
): Promise<Scene> {
  await extension.connectAs('lead');
  await extension.grant(crm.id);
  const accounts = await cloudAccounts(extension, crm.id);
  const [first] = accounts;
  if (!first) throw new Error('no account');
  const records = accounts.map(({ record }) => record);
  const child = { ...first.record, id: crm.childId, name: 'Delivery is late', account: first.record };
  const origin = crm.origin(first.instance);
  await serveCrm(extension.context, new URL(origin).hostname, cloudPage(crm, [...records, child], manners));
  // Pages behind another tab draw no frames.
  await page.bringToFront();
  return {
    origin,
    records: [...records, child],
    tiers: accounts.map(({ tier }) => tier),
  };
}

/** Waits for the badge, and until it has been on the screen for a frame: the trace is written frame by frame. */
async function expectLetter(page: Page, letter: string | undefined): Promise<void> {
  expect((await waitForGlyph(page)).letter).toBe(letter);
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
}

for (const crm of cloudCrms) {
  test.describe(`${crm.id} at its real address @crm`, () => {
    test('late heading, in-page navigation and back: never beside a wrong name', async ({
      extension,
      page,
    }) => {
      const { origin, records, tiers } = await setScene(extension, page, crm, { late: 450, gap: 200 });
      const [a, b] = records as [CloudRecord, CloudRecord];
      expect(tiers[0], 'two tiers, so that a mix-up shows').not.toBe(tiers[1]);
      await page.goto(origin + crm.account(a));
      await expectLetter(page, tiers[0]);
      await go(page, crm.account(b));
      expect(await readGlyph(page), 'gone with the address').toBeNull();
      await expectLetter(page, tiers[1]);
      await page.goBack();
      await expectLetter(page, tiers[0]);
      await page.goForward();
      await expectLetter(page, tiers[1]);

      await page.waitForTimeout(200);
      const trace = await readTrace(page);
      expect(wrongSightings(trace, records)).toEqual([]);
      expect(Math.max(...trace.map(({ beside }) => beside)), 'one badge at most').toBe(1);
      const changes = trace.filter((frame, i) => i > 0 && frame.url !== trace[i - 1]?.url);
      for (const change of changes) {
        const late = trace.filter(
          ({ at, url, hosts }) => url === change.url && at - change.at > 50 && hosts > 0,
        );
        const soon = trace.filter(({ at }) => at >= change.at && at - change.at < 50);
        expect(soon.at(-1)?.hosts ?? 0, 'nothing of ours 50 ms after the address changed').toBe(0);
        expect(late.length, 'and the new badge later').toBeGreaterThan(0);
      }
    });

    test('three records in quick steps: only the last one gets a badge', async ({ extension, page }) => {
      const { origin, records, tiers } = await setScene(extension, page, crm, { late: 700, gap: 0 });
      const [a, b] = records as [CloudRecord, CloudRecord];
      await page.goto(origin + crm.account(a));
      await expectLetter(page, tiers[0]);
      await go(page, crm.list(a));
      await go(page, crm.account(b));
      await page.waitForTimeout(300);
      await page.goBack();
      await page.waitForTimeout(300);
      await go(page, crm.account(a));
      await expectLetter(page, tiers[0]);
      expect(wrongSightings(await readTrace(page), records)).toEqual([]);
    });

    test('a case or ticket leads to its account by the link on its page', async ({ extension, page }) => {
      const { origin, records, tiers } = await setScene(extension, page, crm, { late: 200, gap: 0 });
      const child = records.at(-1) as CloudRecord;
      await page.goto(origin + crm.child(child));
      await expectLetter(page, tiers[0]);
      await go(page, crm.account(records[1] as CloudRecord));
      await expectLetter(page, tiers[1]);
      expect(wrongSightings(await readTrace(page), records)).toEqual([]);
    });

    test('list chips: one per row, none in the head, gone with the list', async ({ extension, page }) => {
      const { origin, records, tiers } = await setScene(extension, page, crm, { late: 100, gap: 0 });
      await page.goto(origin + crm.list(records[0] as CloudRecord));
      await expect.poll(async () => (await readChips(page)).map(({ letter }) => letter)).toEqual(tiers);
      await go(page, '/somewhere/else');
      expect(await readChips(page)).toEqual([]);
    });
  });
}
