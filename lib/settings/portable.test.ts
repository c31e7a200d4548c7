import { describe, expect, it } from 'vitest';
import type { UserSettings } from '../contract/user-settings.ts';
import { exportSettings, readPortable } from './portable.ts';

const user: UserSettings = {
  apiUrl: 'https://api.acme.example',
  language: 'de',
  own: { sign: false },
  teamSeen: '2026-11-01T00:00:00Z',
  discreetUntil: '2026-11-17T13:00:00Z',
  crms: { monday: { boards: ['17'] } },
  sites: { 'crm.acme.example': 'espocrm' },
  docks: { 'crm.acme.example': { x: 0, y: 0.5 } },
  hiddenHosts: ['erp.acme.example'],
};

describe('settings as a file', () => {
  it('come back as they were, without sign-in, address and passing states', () => {
    const text = JSON.stringify(exportSettings(user));
    expect(text).not.toMatch(/apiUrl|api\.acme|discreet|teamSeen/);
    const { apiUrl: _a, teamSeen: _b, discreetUntil: _c, ...rest } = user;
    expect(readPortable(text)).toEqual(rest);
  });

  it('are refused whole where anything is wrong', () => {
    const good = exportSettings(user);
    for (const text of [
      '',
      'no json',
      'null',
      '[]',
      '{}',
      JSON.stringify({ ...good, tierlens: 2 }),
      JSON.stringify({ ...good, language: 'fr' }),
      JSON.stringify({ ...good, docks: { 'crm.acme.example': { x: 7, y: 0 } } }),
      JSON.stringify({ ...good, hiddenHosts: 'all' }),
    ])
      expect(readPortable(text), text).toBeNull();
  });

  it('take nothing that is no setting', () => {
    const text = JSON.stringify({ ...exportSettings(user), apiUrl: 'https://evil.example', token: 'x' });
    expect(Object.keys(readPortable(text) ?? {}).sort()).toEqual(
      ['language', 'own', 'crms', 'sites', 'docks', 'hiddenHosts'].sort(),
    );
  });
});
