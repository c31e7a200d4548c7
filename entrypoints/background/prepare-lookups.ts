import { keysOfPage } from '../../lib/permissions/crm-access.ts';
import { siteCrm } from './crm-rules.ts';
import { pageOverlay, translator } from './view.ts';
import type { Worker } from './worker.ts';

/** Sites that are prepared for; most people have one CRM. */
const MOST_SITES = 5;

/**
 * Works out what the first look-up asks of settings, language and CRM, while the worker still waits for the browser: it
 * is remembered, and what runs for the first time takes longest.
 */
export function prepareLookups(worker: Worker): void {
  translator(worker);
  for (const page of worker.granted
    .map(pageUnder)
    .filter((url) => URL.canParse(url))
    .slice(0, MOST_SITES)) {
    pageOverlay(worker, page);
    keysOfPage([], page, siteCrm(worker, page));
  }
}

/** A page that a match pattern covers; no address where it covers all hosts. */
function pageUnder(pattern: string): string {
  return pattern.replace('://*.', '://any.').replace(/\*$/, '').replace('://*', '');
}
