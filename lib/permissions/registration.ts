/** The one content script; its file is what the build makes of `entrypoints/crm.content`. */
const SCRIPT_ID = 'crm';
export const CONTENT_SCRIPT_FILE = 'content-scripts/crm.js';

export interface Registered {
  id: string;
  matches?: string[];
}

/** The parts of the `browser` object that registration uses. */
export interface RegistrationBrowser {
  permissions: { getAll(): Promise<{ origins?: string[] }> };
  scripting: {
    getRegisteredContentScripts(): Promise<Registered[]>;
    registerContentScripts(scripts: object[]): Promise<void>;
    updateContentScripts(scripts: object[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
    executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>;
  };
  tabs: {
    query(query: { url: string[] }): Promise<{ id?: number }[]>;
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
 */
export async function reconcileRegistration(browser: RegistrationBrowser): Promise<string[]> {
  const matches = await grantedPatterns(browser);
  const registered = await browser.scripting.getRegisteredContentScripts();
  const current = registered.find(({ id }) => id === SCRIPT_ID);
  const foreign = registered.map(({ id }) => id).filter((id) => id !== SCRIPT_ID);
  if (foreign.length > 0) await browser.scripting.unregisterContentScripts({ ids: foreign });
  if (matches.length === 0) {
    if (current !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return matches;
  }
  const script = {
    id: SCRIPT_ID,
    js: [CONTENT_SCRIPT_FILE],
    matches,
    runAt: 'document_start',
    allFrames: false,
    persistAcrossSessions: true,
  };
  if (current === undefined) await browser.scripting.registerContentScripts([script]);
  else if ([...(current.matches ?? [])].sort().join() !== matches.join()) {
    await browser.scripting.updateContentScripts([script]);
  }
  return matches;
}

/** Starts the content script in tabs that were open before; a tab where one answers is left alone. */
export async function injectIntoOpenTabs(browser: RegistrationBrowser, matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined || (await isAlive(browser, id))) return;
      // Error pages and pages that are just leaving refuse; the registration reaches the next page.
      await browser.scripting
        .executeScript({ target: { tabId: id }, files: [CONTENT_SCRIPT_FILE] })
        .catch(() => {});
    }),
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
