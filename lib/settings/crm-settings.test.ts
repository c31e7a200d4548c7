import { describe, expect, it } from 'vitest';
import { adaptersOff, compareVersions } from './client-policy.ts';
import { effectiveCrms, settingsOfPage } from './crm-settings.ts';

describe('settings of CRMs', () => {
  it("take the policy's word on a CRM or host, the user's on all others", () => {
    const managed = {
      crms: { monday: { boards: ['1'] }, generic: [{ host: 'a.example', url: '/x/{id}' }] },
      sites: { 'crm.example': 'odoo' },
    };
    const own = {
      crms: {
        monday: { boards: ['2'] },
        sap: { accountView: 'v' },
        generic: [
          { host: 'a.example', url: '/mine/{id}' },
          { host: 'b.example', url: '/y/{id}' },
        ],
      },
      sites: { 'crm.example': 'twenty', 'other.example': 'vtiger' },
    };
    expect(effectiveCrms(managed, own)).toEqual({
      crms: {
        monday: { boards: ['1'] },
        sap: { accountView: 'v' },
        generic: [
          { host: 'a.example', url: '/x/{id}' },
          { host: 'b.example', url: '/y/{id}' },
        ],
      },
      sites: { 'crm.example': 'odoo', 'other.example': 'vtiger' },
    });
  });

  it('reach a page as far as they concern its own host and CRM', () => {
    const all = {
      monday: { boards: ['1'] },
      sap: { accountView: 'v' },
      generic: [
        { host: 'a.example', url: '/x/{id}' },
        { host: 'b.example', url: '/y/{id}' },
      ],
    };
    expect(settingsOfPage(all, 'b.example', ['odoo', 'generic'])).toEqual({
      generic: [{ host: 'b.example', url: '/y/{id}' }],
    });
    expect(settingsOfPage(all, 'acme.monday.com', ['monday'])).toEqual({ monday: { boards: ['1'] } });
  });
});

describe('adapters switched off', () => {
  it.each([
    [{ id: 'odoo' }, true],
    [{ id: 'odoo', from: '1.2' }, true],
    [{ id: 'odoo', to: '1.2.3' }, true],
    [{ id: 'odoo', from: '1.2.4' }, false],
    [{ id: 'odoo', to: '1.1.99' }, false],
    [{ id: 'odoo', from: '1.2.3', to: '1.2.3' }, true],
  ])('%o in version 1.2.3: %s', (rule, off) => {
    expect(adaptersOff([rule], '1.2.3')).toEqual(off ? ['odoo'] : []);
  });

  it('compares versions by number', () => {
    expect(compareVersions('1.10', '1.9')).toBeGreaterThan(0);
    expect(compareVersions('1.0.0', '1')).toBe(0);
  });
});
