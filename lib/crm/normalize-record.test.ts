import { describe, expect, it } from 'vitest';
import { loadCrmCases } from '../../tests/support/load-crm-cases.ts';
import { matchUrl } from './index.ts';
import { normalizeRecord } from './normalize-record.ts';

const account = (crm: string, instance: string, id: string) =>
  normalizeRecord({ crm, instance, object: 'account', id });

describe('normalizeRecord', () => {
  it('changes nothing about what an address is read into', async () => {
    for (const [, cases] of await loadCrmCases()) {
      for (const { url, settings } of cases) {
        const record = matchUrl(url, settings);
        if (record) expect(normalizeRecord(record), url).toEqual(record);
      }
    }
  });

  it.each([
    ['salesforce', 'Northwind', '001Qy00000AbCdE', 'northwind', '001Qy00000AbCdEIAV'],
    [
      'salesforce',
      'https://northwind--uat.sandbox.my.salesforce.com/',
      ' 001Qy00000AbCdEIAV',
      'northwind--uat',
      '001Qy00000AbCdEIAV',
    ],
    [
      'dynamics',
      'Contoso.crm4.dynamics.com',
      '{6F2C1D3E-8B4A-EE11-BE37-000D3AB1C2D4}',
      'contoso.crm4.dynamics.com',
      '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    ],
    ['odoo', 'https://ERP.acme.example:8069/', '42', 'erp.acme.example:8069', '42'],
    ['dolibarr', 'erp.acme.example/Dolibarr/', '7', 'erp.acme.example/Dolibarr', '7'],
    ['suitecrm7', 'crm.acme.example.mcas.ms/suite', 'abc', 'crm.acme.example/suite', 'abc'],
    ['pipedrive', 'northwind.pipedrive.com', '2045', 'northwind', '2045'],
  ])('%s %s %s', (crm, instance, id, wantedInstance, wantedId) => {
    expect(account(crm, instance, id)).toEqual({
      crm,
      instance: wantedInstance,
      object: 'account',
      id: wantedId,
    });
  });

  it.each([
    ['crm', 'SalesForce', 'northwind', '001Qy00000AbCdE'],
    ['id', 'salesforce', 'northwind', '001Qy00000AbCdEIAA'],
    ['id', 'dynamics', 'contoso.crm4.dynamics.com', '42'],
    ['id', 'hubspot', '4811223', 'Acme'],
  ])('names the column %s in %s %s %s', (column, crm, instance, id) => {
    expect(account(crm, instance, id)).toMatchObject({
      column,
      problem: expect.any(String),
      fix: expect.any(String),
    });
  });
});
