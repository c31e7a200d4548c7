import { describe, expect, it } from 'vitest';
import { adapters } from '../crm/index.ts';
import { coversUrl } from './match-pattern.ts';
import { pageScripts } from './page-scripts.ts';

/** Ids of the registrations that run on a page. */
function runOn(url: string, granted: string[]): string[] {
  const covers = (patterns: string[]) => patterns.some((pattern) => coversUrl(pattern, url));
  return pageScripts(granted)
    .filter(({ matches, excludeMatches }) => covers(matches) && !covers(excludeMatches))
    .map(({ id }) => id);
}

describe('pageScripts', () => {
  it('registers nothing where nothing is granted', () => {
    expect(pageScripts([])).toEqual([]);
  });

  it('gives a cloud CRM its own file, before the content script', () => {
    const [script] = pageScripts(['https://*.hubspot.com/*']);
    expect(script).toEqual({
      id: 'crm-hubspot',
      js: ['crms/hubspot.js', 'content-scripts/crm.js'],
      matches: ['https://*.hubspot.com/*'],
      excludeMatches: [],
    });
  });

  it('gives any other host the CRMs for any host', () => {
    expect(runOn('https://crm.acme.example/x', ['https://crm.acme.example/*'])).toEqual(['crm-self-hosted']);
    expect(runOn('https://acme.odoo.com/odoo', ['https://*.odoo.com/*'])).toEqual(['crm-self-hosted']);
  });

  it('runs once on every page, even where all sites are granted', () => {
    const all = [...adapters().flatMap(({ hosts }) => hosts), 'https://*/*'];
    for (const granted of [all, ['https://*/*']]) {
      expect(runOn('https://app.hubspot.com/', granted)).toEqual(['crm-hubspot']);
      expect(runOn('https://app.hubspot.com.mcas.ms/', granted)).toEqual(['crm-hubspot']);
      expect(runOn('https://acme.crm4.dynamics.com/main.aspx', granted)).toEqual(['crm-dynamics']);
      expect(runOn('https://erp.acme.example/', granted)).toEqual(['crm-self-hosted']);
    }
  });

  it('covers the hosts of every CRM once they are granted', () => {
    for (const { hosts, id, selfHosted, frames } of adapters()) {
      for (const pattern of hosts) {
        const url = pattern.replace('*.', 'acme.').replace(/\*$/, '');
        const anywhere = frames ? 'crm-frames' : 'crm-self-hosted';
        expect(runOn(url, [pattern])).toEqual([selfHosted ? anywhere : `crm-${id}`]);
      }
    }
  });

  it('enters frames only where the CRM opens records in them', () => {
    const granted = [...adapters().flatMap(({ hosts }) => hosts), 'https://*/*'];
    const entered = pageScripts(granted, ['portal.acme.example']).filter(({ allFrames }) => allFrames);
    expect(entered.map(({ id }) => id)).toEqual(['crm-frames']);
    for (const pattern of entered[0]?.matches ?? []) {
      expect(pattern).toMatch(/^https:\/\/(\*\.bitrix24\.[a-z.]+(\.mcas\.ms)?|portal\.acme\.example)\/\*$/);
    }
    expect(pageScripts(['https://portal.acme.example/*'])).toMatchObject([{ id: 'crm-self-hosted' }]);
    const page = 'https://portal.acme.example/crm/';
    const own = pageScripts(['https://portal.acme.example/*'], ['portal.acme.example']);
    expect(own).toMatchObject([{ id: 'crm-frames', allFrames: true }]);
    expect(own.every(({ matches }) => matches.some((pattern) => coversUrl(pattern, page)))).toBe(true);
  });
});
