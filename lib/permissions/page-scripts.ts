import { crmScript, SELF_HOSTED_SCRIPT, scriptedCrms } from '../crm/crm-scripts.ts';
import { hostPatterns } from '../crm/hosts.ts';
import { crms } from '../crm/list.ts';
import { rememberLast } from '../util/remember-last.ts';
import { isCovered } from './match-pattern.ts';

/** The content script; its file is what the build makes of `entrypoints/crm.content`. */
const CONTENT_SCRIPT = 'content-scripts/crm.js';

/** One registration: the files that run, in this order, on which pages. */
export interface PageScript {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches: string[];
  /** Present where records open in frames of the page's own origin. */
  allFrames?: true;
}

/** Worked out when it is first asked for: hardly any start of the worker registers scripts. */
const placedCrms = rememberLast(() => {
  const scripted = scriptedCrms();
  return {
    cloud: crms
      .filter(({ id }) => scripted.includes(id))
      .map((crm) => ({ id: crm.id, hosts: hostPatterns(crm, true) })),
    framed: crms.filter(({ frames }) => frames).flatMap((crm) => hostPatterns(crm, true)),
  };
});

/**
 * Registrations for the hosts granted: one per cloud CRM, one for CRMs whose records open in frames, one for
 * everything else; no page in two of them.
 * @param framedHosts hosts of the company's own on which such a CRM runs
 */
export function pageScripts(granted: readonly string[], framedHosts: readonly string[] = []): PageScript[] {
  const { cloud, framed } = placedCrms();
  const scripts: PageScript[] = [];
  const reach = (patterns: readonly string[]) =>
    patterns.filter((pattern) => isCovered(granted, sampleUrl(pattern)));
  for (const { id, hosts } of cloud) {
    const matches = reach(hosts);
    if (matches.length > 0) {
      scripts.push({ id: `crm-${id}`, js: [crmScript(id), CONTENT_SCRIPT], matches, excludeMatches: [] });
    }
  }
  const js = [SELF_HOSTED_SCRIPT, CONTENT_SCRIPT];
  const withFrames = [...framed, ...framedHosts.map((host) => `https://${host.replace(/:\d+$/, '')}/*`)];
  const inFrames = reach(withFrames);
  if (inFrames.length > 0) {
    scripts.push({ id: 'crm-frames', js, matches: inFrames, excludeMatches: [], allFrames: true });
  }
  const taken = [...cloud.flatMap(({ hosts }) => hosts), ...withFrames];
  const others = granted.filter((pattern) => !taken.includes(pattern));
  if (others.length > 0) {
    // Only a grant for all sites reaches these pages too.
    const excludeMatches = taken.filter((pattern) => isCovered(others, sampleUrl(pattern)));
    scripts.push({ id: 'crm-self-hosted', js, matches: others, excludeMatches });
  }
  return scripts;
}

/** An address the pattern covers, to compare patterns by. */
function sampleUrl(pattern: string): string {
  return pattern.replace('*.', 'x.').replace(/\*$/, '');
}
