import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CrmSettingsValues } from '../../../lib/contract/crm-settings.ts';
import { hostPatterns } from '../../../lib/crm/hosts.ts';
import { adapters } from '../../../lib/crm/index.ts';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import { type CrmSite, serveCrm } from './crm-pages.ts';
import { Extension } from './extension.ts';
import { startSmallApi } from './small-api.ts';

/** An account the extension knows, with the keys that lead to it. */
export interface KnownAccount {
  id: string;
  name: string;
  keys: string[];
  /** 0: tier A, 1: tier C. */
  glyph: 0 | 1;
}

/** One browser for many CRMs: signed in once, all of them granted, own hosts too. */
export interface CrmBrowser {
  extension: Extension;
  /** Publishes these accounts in place of those before and waits until the extension has them. */
  publish(accounts: readonly KnownAccount[]): Promise<void>;
  /**
   * A new page, in front; errors of the page and of our scripts in it are collected.
   * @param ownWindow where it stays in front whatever else is opened
   */
  open(ownWindow?: boolean): Promise<Page>;
  /** Serves a page at a host until the next call for that host. */
  serve(host: string, site: CrmSite): Promise<void>;
  /** What went wrong since it was asked last. */
  takeErrors(): string[];
  close(): Promise<void>;
}

export async function openCrmBrowser(
  accounts: readonly KnownAccount[],
  ownHosts: readonly string[],
  crms: CrmSettingsValues,
  keepsLeftPages = false,
): Promise<CrmBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'tierlens-crms-'));
  const small = await startSmallApi();
  const { url: apiUrl, api } = small;
  api.publish([{ scope: 'north', accounts: [...accounts] }]);
  const browser = await launchWithExtension(
    profile,
    {
      locale: 'en-GB',
      viewport: { width: 1280, height: 800 },
    },
    keepsLeftPages,
  );
  const { context } = browser;
  const extension = new Extension(browser, { apiUrl, token: () => api.token });
  await extension.ask({ verb: 'connect', apiUrl, token: api.token, remember: false });
  await extension.waitForSync();
  await extension.ask({ verb: 'setCrmSettings', crms });
  await extension.grantPatterns([
    ...adapters()
      .filter(({ id }) => id !== 'samplecrm')
      .flatMap((adapter) => hostPatterns(adapter, true)),
    ...ownHosts.map((host) => `https://${host}/*`),
  ]);

  const sites = new Map<string, CrmSite>();
  const errors: string[] = [];
  return {
    extension,
    async publish(next) {
      api.publish([{ scope: 'north', accounts: [...next] }]);
      await extension.ask({ verb: 'syncNow' });
      await extension.waitForSync();
    },
    async open(ownWindow = false) {
      const page = ownWindow ? await openWindow(browser) : await context.newPage();
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error}`));
      page.on('console', (line) => {
        if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) {
          errors.push(`${page.url()}: ${line.text()}`);
        }
      });
      await page.bringToFront();
      return page;
    },
    async serve(host, site) {
      const first = !sites.has(host);
      sites.set(host, site);
      if (first) await serveCrm(context, host, (url) => siteText(sites.get(host), url));
    },
    takeErrors: () => errors.splice(0),
    async close() {
      await context.close();
      await small.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openWindow({ context, cdp }: ExtensionBrowser): Promise<Page> {
  const opened = context.waitForEvent('page');
  await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  return opened;
}

function siteText(site: CrmSite | undefined, url: URL): string | null {
  return typeof site === 'function' ? site(url) : (site ?? null);
}
