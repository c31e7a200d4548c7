import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://app.close.com/lead/lead_g4AZCOW7Kpc3tithNBrr9aXPbDHsZ72KJUR55Qjzd6f/',
    expect: { object: 'account', id: 'lead_g4AZCOW7Kpc3tithNBrr9aXPbDHsZ72KJUR55Qjzd6f' },
    note: 'a lead is the company',
  },
  {
    url: 'https://app.close.com/leads/',
    expect: null,
    note: 'lead search',
  },
  {
    url: 'https://app.close.com.example.org/lead/lead_g4AZCOW7Kpc3tithNBrr9aXPbDHsZ72KJUR55Qjzd6f/',
    expect: null,
    note: 'look-alike host',
  },
  {
    url: 'https://app.close.com/lead/lead_g4AZCOW7Kpc3tithNBrr9aXPbDHsZ72KJUR55Qjzd6f/#activity=acti_9NOOd8EC1ljG0n6Pq1J1',
    expect: { object: 'account', id: 'lead_g4AZCOW7Kpc3tithNBrr9aXPbDHsZ72KJUR55Qjzd6f', instance: '-' },
    note: 'activity fragment',
  },
  {
    url: 'https://app.close.com/lead/acti_g4AZCOW7Kpc3tithNBrr9aXPbDHsZ72KJUR55Qjzd6f/',
    expect: null,
    note: 'not a lead id',
  },
];
