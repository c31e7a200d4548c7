import type { UrlCase } from './types.ts';

export const cases: readonly UrlCase[] = [
  {
    url: 'https://ab123.infusionsoft.com/Company/manageCompany.jsp?view=edit&ID=5',
    expect: { object: 'account', id: '5' },
    note: 'classic company page',
  },
  {
    url: 'https://ab123.infusionsoft.com/Contact/manageContact.jsp?view=edit&ID=5',
    expect: null,
    note: 'contact',
  },
  {
    url: 'https://ab123.infusionsoft.com/Contact/manageContact.jsp?view=edit&ID=5',
    expect: { object: 'contact', id: '5', instance: 'ab123' },
    note: 'contact',
  },
  {
    url: 'https://ab123.infusionsoft.com/Company/manageCompany.jsp?view=add',
    expect: null,
    note: 'new',
  },
  {
    url: 'https://infusionsoft.com.example.org/Company/manageCompany.jsp?view=edit&ID=5',
    expect: null,
    note: 'look-alike',
  },
];
