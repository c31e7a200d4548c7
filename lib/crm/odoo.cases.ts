import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.odoo.com/web#id=42&cids=1&menu_id=122&action=275&model=res.partner&view_type=form',
    expect: { object: 'account', id: '42' },
    note: 'v17 and earlier',
  },
  {
    url: 'https://erp.northwind.example/odoo/crm/7/res.partner/42',
    expect: { object: 'account', id: '42' },
    note: 'opened from an opportunity: the last pair wins',
  },
  {
    url: 'https://northwind.odoo.com/odoo/action-512/42',
    expect: null,
    note: 'numeric action: the model is not in the URL',
  },
  {
    url: 'https://northwind.odoo.com/web#id=42&model=crm.lead&view_type=form',
    expect: null,
    note: 'opportunity, old form',
  },
  {
    url: 'https://northwind.odoo.com/odoo/contacts/new',
    expect: null,
    note: 'new',
  },
  {
    url: 'https://northwind.odoo.com/odoo/crm/42',
    expect: null,
    note: 'opportunity',
  },
  {
    url: 'https://northwind.odoo.com/odoo/contacts/42',
    expect: { object: 'account', id: '42', instance: 'northwind.odoo.com' },
    note: 'version 18; AMBIGUOUS: persons and companies are both partners',
  },
  {
    url: 'https://northwind.odoo.com/odoo/customers/42?debug=1',
    expect: { object: 'account', id: '42', instance: 'northwind.odoo.com' },
    note: 'customers action',
  },
  {
    url: 'https://erp.northwind.example:8069/web#cids=1&menu_id=117&action=154&model=res.partner&view_type=form&id=44',
    expect: { object: 'account', id: '44', instance: 'erp.northwind.example:8069' },
    note: 'version 17, self-hosted with port',
  },
  {
    url: 'http://localhost:8069/odoo/contacts/42',
    expect: { object: 'account', id: '42', instance: 'localhost:8069' },
    note: 'trial on this machine',
  },
  {
    url: 'https://northwind.odoo.com/odoo/crm/42',
    expect: { object: 'opportunity', id: '42', instance: 'northwind.odoo.com' },
    note: 'opportunity',
  },
  {
    url: 'https://northwind.odoo.com/web#id=42&model=crm.lead&view_type=form',
    expect: { object: 'opportunity', id: '42', instance: 'northwind.odoo.com' },
    note: 'opportunity, old form',
  },
  {
    url: 'https://northwind.odoo.com/odoo/helpdesk.ticket/9',
    expect: { object: 'ticket', id: '9', instance: 'northwind.odoo.com' },
    note: 'ticket by model',
  },
  {
    url: 'https://northwind.odoo.com/web#action=154&model=res.partner&view_type=list&id=42',
    expect: null,
    note: 'list, old form',
  },
  {
    url: 'https://northwind.odoo.com/odoo/contacts',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://northwind.odoo.com/odoo/contacts/42/crm',
    expect: null,
    note: 'opportunities of a partner',
  },
  {
    url: 'http://erp.northwind.example/odoo/contacts/42',
    expect: null,
    note: 'not encrypted',
  },
];
