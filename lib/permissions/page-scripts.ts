import { crmScript, SELF_HOSTED_SCRIPT, scriptedCrms } from '../crm/crm-scripts.ts';
import { hostPatterns } from '../crm/hosts.ts';
import { adapters } from '../crm/index.ts';
import { isCovered } from './match-pattern.ts';

/** The content script; its file is what the build makes of `entrypoints/crm.content`. */
const CONTENT_SCRIPT = 'content-scripts/crm.js';

/** One registration: the files that run, in this order, on which pages. */
export interface PageScript {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches: string[];
}

const cloud = adapters
  .filter(({ id }) => scriptedCrms.includes(id))
  .map((adapter) => ({ id: adapter.id, hosts: hostPatterns(adapter, true) }));

/** Registrations for the hosts granted: one per cloud CRM, one for everything else, no page in two of them. */
export function pageScripts(granted: readonly string[]): PageScript[] {
  const scripts: PageScript[] = [];
  for (const { id, hosts } of cloud) {
    const matches = hosts.filter((pattern) => isCovered(granted, sampleUrl(pattern)));
    if (matches.length > 0) {
      scripts.push({ id: `crm-${id}`, js: [crmScript(id), CONTENT_SCRIPT], matches, excludeMatches: [] });
    }
  }
  const cloudHosts = cloud.flatMap(({ hosts }) => hosts);
  const others = granted.filter((pattern) => !cloudHosts.includes(pattern));
  if (others.length > 0) {
    scripts.push({
      id: 'crm-self-hosted',
      js: [SELF_HOSTED_SCRIPT, CONTENT_SCRIPT],
      matches: others,
      // Only a grant for all sites reaches a cloud CRM's pages too.
      excludeMatches: cloudHosts.filter((pattern) => isCovered(others, sampleUrl(pattern))),
    });
  }
  return scripts;
}

/** An address the pattern covers, to compare patterns by. */
function sampleUrl(pattern: string): string {
  return pattern.replace('*.', 'x.').replace(/\*$/, '');
}
