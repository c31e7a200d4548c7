import { describe, expect, it } from 'vitest';
import type { HealthReport } from '../../lib/contract/health.ts';
import { diagnosisOf, reportText } from './diagnosis.ts';

type Page = NonNullable<HealthReport['page']>;
const PAGE: Page = {
  crm: 'odoo',
  host: 'own',
  experimental: false,
  kind: 'account',
  granted: true,
  running: true,
  switchedOff: false,
  badge: 'anchored',
  frames: false,
};
const report = (page: Partial<Page> | null, sync = 'idle'): HealthReport => ({
  version: '1.2.3',
  browser: 'Chrome/140',
  at: '2026-11-17T12:00Z',
  sync,
  page: page === null ? null : { ...PAGE, ...page },
  counters: { odoo: { matched: 12, anchored: 11, gaveUp: 1 } },
});

describe('the diagnosis', () => {
  it.each([
    [{}, 'fine'],
    [{ badge: 'docked' }, 'docked'],
    [{ badge: 'gaveUp' }, 'gaveUp'],
    [{ badge: null }, 'noBadge'],
    [{ badge: 'matched' }, 'noBadge'],
    [{ kind: 'list', badge: null }, 'list'],
    [{ kind: 'none', badge: null }, 'noRecord'],
    [{ crm: null, kind: 'none' }, 'unknownCrm'],
    [{ crm: null, running: false }, 'notRunning'],
    [{ switchedOff: true, running: false }, 'switchedOff'],
  ] as const)('%o: %s', (page, expected) => {
    expect(diagnosisOf(report(page))).toBe(expected);
  });

  it('names what hides everything else first', () => {
    expect(diagnosisOf(report(null))).toBe('noPage');
    expect(diagnosisOf(report({ switchedOff: true }, 'signed-out'))).toBe('notConnected');
  });
});

it('the text for support says what was found and counted', () => {
  const text = reportText(report({ badge: null }));
  expect(text).toContain('Tierlens 1.2.3, Chrome/140');
  expect(text).toContain('diagnosis: noBadge');
  expect(text).toContain('page crm: odoo');
  expect(text).toContain('page badge: none');
  expect(text).toContain('counted odoo: matched 12, anchored 11, gaveUp 1');
  expect(reportText(report(null))).toContain('page: none');
});
