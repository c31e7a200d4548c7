import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?appid=1ce3e64d-6fad-ea11-a812-000d3a35bc16&pagetype=entityrecord&etn=account&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: { object: 'account', id: '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4' },
    note: 'Unified Interface',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?etn=account&id=%7B6F2C1D3E-8B4A-EE11-BE37-000D3AB1C2D4%7D&pagetype=entityrecord',
    expect: { object: 'account', id: '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4' },
    note: 'encoded braces, upper case, other parameter order',
  },
  {
    url: 'https://contoso.crm9.dynamics.com/main.aspx?pagetype=EntityRecord&etn=Account&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: { object: 'account', id: '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4' },
    note: 'GCC, mixed case values',
  },
  {
    url: 'https://contoso.crm4.dynamics.com.evil.example/main.aspx?pagetype=entityrecord&etn=account&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: null,
    note: 'look-alike host',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?pagetype=entitylist&etn=account&viewid=00000000-0000-0000-00aa-000010001002&viewType=1039',
    expect: null,
    note: 'list view',
  },
  {
    url: 'https://contoso.operations.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: null,
    note: 'Finance & Operations host',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?pagetype=webresource&webresourceName=new_x.html&data=etn%3Daccount%26id%3D6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: null,
    note: 'parameters only inside data=',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=accountleads&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: null,
    note: 'other table starting with account',
  },
  {
    url: 'https://contoso.crm.dynamics.com/main.aspx?etc=1&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4&pagetype=entityrecord',
    expect: {
      object: 'account',
      id: '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
      instance: 'contoso.crm.dynamics.com',
    },
    note: 'numeric table code',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com.mcas.ms/main.aspx?pagetype=entityrecord&etn=account&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: {
      object: 'account',
      id: '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
      instance: 'contoso-sales.crm4.dynamics.com',
    },
    note: 'Defender proxy',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=contact&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: {
      object: 'contact',
      id: '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
      instance: 'contoso-sales.crm4.dynamics.com',
    },
    note: 'contact',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=opportunity&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: {
      object: 'opportunity',
      id: '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
      instance: 'contoso-sales.crm4.dynamics.com',
    },
    note: 'opportunity',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=incident&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: {
      object: 'ticket',
      id: '6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
      instance: 'contoso-sales.crm4.dynamics.com',
    },
    note: 'case',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account',
    expect: null,
    note: 'new record',
  },
  {
    url: 'https://contoso-sales.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=constructor&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: null,
    note: 'a table named like a built-in',
  },
  {
    url: 'https://businesscentral.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=6f2c1d3e-8b4a-ee11-be37-000d3ab1c2d4',
    expect: null,
    note: 'another product',
  },
];
