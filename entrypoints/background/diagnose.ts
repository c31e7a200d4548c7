import type { HealthReport } from '../../lib/contract/health.ts';
import { readPage } from '../../lib/crm/index.ts';
import { crms } from '../../lib/crm/list.ts';
import { crmsOf } from '../../lib/permissions/crm-access.ts';
import { isCovered } from '../../lib/permissions/match-pattern.ts';
import { crmRules } from './crm-rules.ts';
import { workerState } from './view.ts';
import type { Worker } from './worker.ts';

/** Looks at the CRM page that was in front last; the report holds no name, no id and no address. */
export async function diagnose(worker: Worker): Promise<HealthReport> {
  const tab = await lastCrmTab(worker);
  return {
    version: worker.version,
    browser: browserName(navigator.userAgent),
    at: `${new Date(worker.now()).toISOString().slice(0, 16)}Z`,
    sync: workerState(worker).sync.phase,
    page: tab === null ? null : await describe(worker, tab.id, tab.url),
    counters: await worker.health.counters(),
  };
}

async function lastCrmTab(worker: Worker): Promise<{ id: number; url: string } | null> {
  if (worker.granted.length === 0) return null;
  const tabs = await worker.browser.tabs.query({ url: [...worker.granted] });
  const [last] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last?.id === undefined || last.url === undefined ? null : { id: last.id, url: last.url };
}

async function describe(worker: Worker, tabId: number, url: string): Promise<HealthReport['page']> {
  const rules = crmRules(worker, url);
  const page = readPage(url, rules.settings);
  const candidates = crmsOf(url, rules.only);
  const adapter = page?.adapter ?? (candidates.length === 1 ? candidates[0] : undefined);
  return {
    crm: adapter?.id ?? null,
    host: crms.some(({ hosts }) => isCovered(hosts, url)) ? 'cloud' : 'own',
    experimental: adapter?.experimental ?? false,
    kind: page?.record?.object ?? (page?.list ? 'list' : 'none'),
    granted: isCovered(worker.granted, url),
    running: await isRunning(worker, tabId),
    switchedOff: rules.off.includes(adapter?.id ?? ''),
    badge: worker.health.lastOf(tabId),
    frames: adapter?.frames ?? false,
  };
}

async function isRunning(worker: Worker, tabId: number): Promise<boolean> {
  try {
    await worker.browser.tabs.sendMessage(tabId, { event: 'ping' });
    return true;
  } catch {
    return false;
  }
}

/** Name and main version; the rest of the user agent says nothing about a problem. */
function browserName(userAgent: string): string {
  return /(?:Firefox|Edg|Chrome)\/\d+/.exec(userAgent)?.[0] ?? 'unknown';
}
