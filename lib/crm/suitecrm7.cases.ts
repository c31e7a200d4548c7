import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://crm.northwind.example/suite/index.php?action=ajaxui#ajaxUILoc=index.php%3Fmodule%3DAccounts%26action%3DDetailView%26record%3Dc1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: { object: 'account', id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b' },
    note: 'AjaxUI wraps the page in the fragment',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&action=EditView&record=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'edit',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&action=index',
    expect: null,
    note: 'list',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&offset=1&stamp=1700000000123&return_module=Accounts&action=DetailView&record=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'account',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example',
    },
    note: 'as produced by the list',
  },
  {
    url: 'https://crm.northwind.example/suite/index.php?action=ajaxui#ajaxUILoc=index.php%3Faction%3DDetailView%26record%3Dc1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b%26module%3DAccounts',
    expect: {
      object: 'account',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example/suite',
    },
    note: 'AjaxUI, other parameter order; the folder is part of the instance',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Contacts&action=DetailView&record=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b&return_module=Accounts',
    expect: {
      object: 'contact',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example',
    },
    note: 'contact that came from an account',
  },
  {
    url: 'https://crm.northwind.example/index.php?action=ajaxui#ajaxUILoc=index.php%3Fmodule%3DCases%26action%3DDetailView%26record%3Dc1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: {
      object: 'ticket',
      id: 'c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
      instance: 'crm.northwind.example',
    },
    note: 'case in AjaxUI',
  },
  {
    url: 'https://crm.northwind.example/index.php?module=Accounts&action=DetailView&record=c1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b#ajaxUILoc=index.php%3Fmodule%3DAccounts%26action%3Dindex',
    expect: null,
    note: 'the fragment is the page, here a list',
  },
  {
    url: 'https://crm.northwind.example/index.php?action=ajaxui#ajaxUILoc=https%3A%2F%2Fevil.example%2Findex.php%3Fmodule%3DAccounts%26action%3DDetailView%26record%3Dc1f2a3b4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    expect: null,
    note: 'a foreign address in the fragment',
  },
  {
    url: 'https://crm.northwind.example/index.php?action=ajaxui#ajaxUILoc=%E0%A4%A',
    expect: null,
    note: 'malformed fragment',
  },
];
