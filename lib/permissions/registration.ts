import { isCovered } from './match-pattern.ts';
import { type PageScript, pageScripts } from './page-scripts.ts';

export interface Registered {
  id: string;
  js?: string[];
  matches?: string[];
  excludeMatches?: string[];
  allFrames?: boolean;
}

/** The parts of the `browser` object that registration uses. */
export interface RegistrationBrowser {
  permissions: { getAll(): Promise<{ origins?: string[] }> };
  scripting: {
    getRegisteredContentScripts(): Promise<Registered[]>;
    registerContentScripts(scripts: object[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
    executeScript(injection: {
      target: { tabId: number; allFrames?: boolean };
      files: string[];
    }): Promise<unknown>;
  };
  tabs: {
    query(query: { url: string[] }): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tabId: number, message: unknown): Promise<unknown>;
  };
}

/** Web pages the user has let us into, as match patterns. */
export async function grantedPatterns(browser: Pick<RegistrationBrowser, 'permissions'>): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => /^(https?|\*):\/\//.test(pattern)).sort();
}

/**
 * Makes registrations agree with what is granted. Needed at installation, start, grant and removal: a removed
 * permission leaves the registration behind, a restart of an unpacked extension loses it.
 * @param framedHosts own hosts whose CRM opens records in frames
 */
export async function reconcileRegistration(
  browser: RegistrationBrowser,
  framedHosts: readonly string[] = [],
): Promise<string[]> {
  const matches = await grantedPatterns(browser);
  const wanted = pageScripts(matches, framedHosts);
  const registered = await browser.scripting.getRegisteredContentScripts();
  const stale = registered.filter((script) => !wanted.some((one) => isSame(one, script))).map(({ id }) => id);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const missing = wanted.filter((one) => !registered.some((script) => isSame(one, script)));
  if (missing.length > 0) {
    await browser.scripting.registerContentScripts(
      missing.map(({ excludeMatches, allFrames = false, ...script }) => ({
        ...script,
        allFrames,
        ...(excludeMatches.length > 0 ? { excludeMatches } : {}),
        runAt: 'document_start',
        persistAcrossSessions: true,
      })),
    );
  }
  return matches;
}

/** Starts the content script in tabs that were open before; a tab where one answers is left alone. */
export async function injectIntoOpenTabs(
  browser: RegistrationBrowser,
  granted: string[],
  framedHosts: readonly string[] = [],
): Promise<void> {
  for (const { js, matches, excludeMatches, allFrames } of pageScripts(granted, framedHosts)) {
    const tabs = await browser.tabs.query({ url: matches });
    await Promise.all(
      tabs.map(async ({ id, url = '' }) => {
        if (id === undefined || isCovered(excludeMatches, url) || (await isAlive(browser, id))) return;
        // Error pages and pages that are just leaving refuse; the registration reaches the next page.
        const target = allFrames ? { tabId: id, allFrames } : { tabId: id };
        await browser.scripting.executeScript({ target, files: js }).catch(() => {});
      }),
    );
  }
}

/** A registration that an earlier version or an earlier set of grants has left differs in something. */
function isSame(wanted: PageScript, registered: Registered): boolean {
  const list = (items: readonly string[] = []): string => [...items].sort().join();
  // Browsers may give file names back with a leading slash.
  const files = (items: readonly string[] = []): string =>
    items.map((file) => file.replace(/^.*\/(?=(?:crms|content-scripts)\/)/, '')).join();
  return (
    wanted.id === registered.id &&
    (wanted.allFrames ?? false) === (registered.allFrames ?? false) &&
    files(wanted.js) === files(registered.js) &&
    list(wanted.matches) === list(registered.matches) &&
    list(wanted.excludeMatches) === list(registered.excludeMatches)
  );
}

async function isAlive(browser: RegistrationBrowser, tabId: number): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, { event: 'overlay-changed' });
    return true;
  } catch {
    return false;
  }
}
