import type { BrowserContext } from '@playwright/test';

/** HTML of a page for a URL, or null for an empty answer (scripts, pictures, data requests). */
export type CrmSite = string | ((url: URL) => string | null);

/** Serves our own pages at a CRM's real host name, so that the content script meets its real URLs. */
export async function serveCrm(context: BrowserContext, host: string, site: CrmSite): Promise<void> {
  await context.route(
    (url) => url.hostname === host,
    async (route) => {
      const request = route.request();
      const html = typeof site === 'string' ? site : site(new URL(request.url()));
      if (html === null || request.resourceType() !== 'document') {
        await route.fulfill({ status: 204, body: '' });
        return;
      }
      await route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: html });
    },
  );
}
