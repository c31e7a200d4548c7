import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://northwind.lightning.force.com/one/one.app#/sObject/001Qy00000AbCdEIAV/view',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV' },
    note: 'pre-Summer18 one.app form',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Account/001Qy00000AbCdEIAV/view?0.source=alohaHeader',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV' },
    note: 'extra query is ignored',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/sObject/0015f00002XyZ9qAAF/view',
    expect: { object: 'account', id: '0015f00002XyZ9qAAF' },
    note: 'generic sObject form, account by key prefix 001',
  },
  {
    url: 'https://northwind.my.site.com/partners/s/detail/001Qy00000AbCdEIAV',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV' },
    note: 'Experience Cloud generic detail page, object known only by prefix 001',
  },
  {
    url: 'https://northwind-dev-ed.develop.lightning.force.com/lightning/r/Account/0015f00002XyZ9qAAF/view',
    expect: { object: 'account', id: '0015f00002XyZ9qAAF' },
    note: 'Developer Edition, partitioned domain',
  },
  {
    url: 'https://northwind.my.salesforce.com/001Qy00000AbCdEIAV?srPos=0&srKp=001',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV' },
    note: 'Classic detail page, 18 chars, search parameters',
  },
  {
    url: 'https://northwind--uat.sandbox.lightning.force.com/lightning/r/Account/0015f00002XyZ9qAAF/view',
    expect: { object: 'account', id: '0015f00002XyZ9qAAF' },
    note: 'sandbox with enhanced domain',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Account/001Qy00000AbCdEIAV/view',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV' },
    note: 'standard Lightning record page, 18-char id',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/001Qy00000AbCdEIAV/view',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV' },
    note: 'short form without object name (href form of many lookups)',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Account/001Qy00000AbCdEIAV/view?ws=%2Flightning%2Fr%2FCase%2F500Qy00000CcDdEIAV%2Fview',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV' },
    note: 'console: account is the focused subtab inside a Case workspace',
  },
  {
    url: 'https://northwind--c.vf.force.com/apex/AccountSummary?id=001Qy00000AbCdE',
    expect: null,
    note: 'Visualforce page (usually an iframe inside Lightning): not the record page itself',
  },
  {
    url: 'https://example.org/?next=https://northwind.lightning.force.com/lightning/r/Account/001Qy00000AbCdEIAV/view',
    expect: null,
    note: 'genuine URL only inside a query of another host',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Opportunity/006Qy00000AbCdEIAV/view',
    expect: null,
    note: 'opportunity record',
  },
  {
    url: 'https://northwind.my.salesforce.com/003Qy00000AbCdE',
    expect: null,
    note: 'Classic contact',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Contact/003Qy00000AbCdEIAV/view',
    expect: null,
    note: 'contact record',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/setup/ObjectManager/Account/Details/view',
    expect: null,
    note: 'setup',
  },
  {
    url: 'https://northwind.my.salesforce.com/001?fcf=00BQy000000abcD',
    expect: null,
    note: 'Classic list view',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/AccountTeamMember/01MQy00000AbCdEMAV/view',
    expect: null,
    note: 'object name starts with Account, other key prefix',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/o/Account/home',
    expect: null,
    note: 'object home',
  },
  {
    url: 'https://northwind.my.salesforce.com/001/e?retURL=%2F001Qy00000AbCdE',
    expect: null,
    note: 'Classic new account',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/o/Account/list?filterName=AllAccounts',
    expect: null,
    note: 'list view',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Case/500Qy00000CcDdEIAV/view?ws=%2Flightning%2Fr%2FAccount%2F001Qy00000AbCdEIAV%2Fview',
    expect: null,
    note: 'console: Case subtab focused inside an Account workspace - the id in ws= must not be used',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Account/001Qy00000AbCdEIAV/edit',
    expect: null,
    note: 'edit modal',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Account/001Qy00000AbCdEIAV/related/Contacts/view',
    expect: null,
    note: 'related-list page of the account: no highlights panel; use the link rule for its breadcrumb',
  },
  {
    url: 'https://northwind.my.salesforce.com/001/o',
    expect: null,
    note: 'Classic accounts tab home',
  },
  {
    url: 'https://northwind.my.site.com/partners/s/contact/003Qy00000AbCdEIAV/jane-doe',
    expect: null,
    note: 'Experience Cloud contact',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Account/001Qy00000AbCdE/view',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV', instance: 'northwind' },
    note: '15 characters become 18',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Account/001qy00000abcdeiav/view',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV', instance: 'northwind' },
    note: 'an id that was lower-cased on its way',
  },
  {
    url: 'https://Northwind--UAT.sandbox.lightning.force.com/lightning/r/Account/0015f00002XyZ9qAAF/view',
    expect: { object: 'account', id: '0015f00002XyZ9qAAF', instance: 'northwind--uat' },
    note: 'sandbox is its own instance, in lower case',
  },
  {
    url: 'https://northwind.lightning.force.com.mcas.ms/lightning/r/Account/001Qy00000AbCdEIAV/view',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV', instance: 'northwind' },
    note: 'Defender proxy',
  },
  {
    url: 'https://northwind.my.salesforce.com/001Qy00000AbCdE',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV', instance: 'northwind' },
    note: 'Classic, 15 characters',
  },
  {
    url: 'https://northwind.my.site.com/s/account/001Qy00000AbCdEIAV/acme-gmbh',
    expect: { object: 'account', id: '001Qy00000AbCdEIAV', instance: 'northwind' },
    note: 'Experience Cloud without site prefix, with slug',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Contact/003Qy00000AbCdEIAV/view',
    expect: { object: 'contact', id: '003Qy00000AbCdEIAV', instance: 'northwind' },
    note: 'contact',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Opportunity/006Qy00000AbCdEIAV/view',
    expect: { object: 'opportunity', id: '006Qy00000AbCdEIAV', instance: 'northwind' },
    note: 'opportunity',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Case/500Qy00000CcDdEIAV/view?ws=%2Flightning%2Fr%2FAccount%2F001Qy00000AbCdEIAV%2Fview',
    expect: { object: 'ticket', id: '500Qy00000CcDdEIAV', instance: 'northwind' },
    note: 'case in an account workspace: the focused tab counts',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/00QQy00000AbCdEMAV/view',
    expect: null,
    note: 'lead id with a false check suffix',
  },
  {
    url: 'https://northwind.my.site.com/partners/s/contact/003Qy00000AbCdEIAV/jane-doe',
    expect: { object: 'contact', id: '003Qy00000AbCdEIAV', instance: 'northwind' },
    note: 'Experience Cloud contact',
  },
  {
    url: 'https://northwind.lightning.force.com/lightning/r/Contact/001Qy00000AbCdEIAV/view',
    expect: null,
    note: 'object and key prefix contradict each other',
  },
  {
    url: 'https://northwind.lightning.force.com./lightning/r/Account/001Qy00000AbCdEIAV/view',
    expect: null,
    note: 'trailing dot',
  },
  {
    url: 'https://northwindlightning.force.com/lightning/r/Account/001Qy00000AbCdEIAV/view',
    expect: null,
    note: 'look-alike without the dot',
  },
  {
    url: 'https://x.lightning.force.com.example.org/lightning/r/Account/001Qy00000AbCdEIAV/view',
    expect: null,
    note: 'look-alike suffix',
  },
  {
    url: 'http://northwind.lightning.force.com/lightning/r/Account/001Qy00000AbCdEIAV/view',
    expect: null,
    note: 'not encrypted',
  },
  {
    url: 'https://northwind.my.salesforce-setup.com/lightning/r/Account/001Qy00000AbCdEIAV/view',
    expect: null,
    note: 'setup host',
  },
];
