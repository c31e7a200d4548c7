import { LookupResponse, MAX_LOOKUP_KEYS } from '../lib/contract/lookup.ts';
import type { WordsRow } from '../lib/contract/words-row.ts';
import { formatRecordKey } from '../lib/util/record-key.ts';
import type { CrmAccount } from './crm/crm-data.ts';

export interface Highlight {
  id: string;
  name: string;
  why: string;
}

/** What is worth seeing: where to look for it among the generated accounts, and how to know it. */
const WANTED: readonly { profiles: readonly string[]; is: (row: WordsRow) => boolean; why: string }[] = [
  {
    profiles: ['champion-short'],
    is: (row) => row.due && row.state === 'carries',
    why: 'Carries others, and visits are still owed: the dot on the badge.',
  },
  {
    profiles: ['champion', 'solid'],
    is: (row) => !row.due && row.state === 'carries',
    why: 'Carries others, care on plan.',
  },
  { profiles: ['small-even', 'solid-even'], is: (row) => row.state === 'even', why: 'Breaks even.' },
  {
    profiles: ['small-spoiled-lately'],
    is: (row) => row.state === 'carried',
    why: 'Carried for now: care has grown, earnings have not.',
  },
  {
    profiles: ['small-coddled', 'solid-coddled'],
    is: (row) => row.state === 'review' && row.line.code === 'not-covered',
    why: 'Care has not been covered for a year: the package is to be reviewed.',
  },
  {
    profiles: ['below-cost'],
    is: (row) => row.line.code === 'margin',
    why: 'The loss arises before any care.',
  },
  {
    profiles: ['investment'],
    is: (row) => row.state === 'plan' && row.line.code === 'investment',
    why: 'An approved investment, within its plan.',
  },
  {
    profiles: ['investment-over-budget'],
    is: (row) => row.state === 'review',
    why: 'An investment beyond its budget.',
  },
  { profiles: ['recovering'], is: (row) => row.line.code === 'recovering', why: 'The measure is working.' },
  {
    profiles: ['exit'],
    is: (row) => row.line.code === 'exiting',
    why: 'To be parted from: promise nothing new.',
  },
  { profiles: ['new'], is: (row) => row.line.code === 'new', why: 'New: no statement yet.' },
  {
    profiles: ['unlogged'],
    is: (row) => row.line.code === 'incomplete',
    why: 'No care has been recorded: no statement, rather than a wrong one.',
  },
];

/**
 * One account for each thing worth seeing, as the API judges it, out of those the caller of `token` may see.
 * Asks the API as the extension does, so that the list never promises what the badge does not show.
 */
export async function findHighlights(
  apiUrl: string,
  token: string,
  accounts: readonly CrmAccount[],
): Promise<Highlight[]> {
  const found = await Promise.all(
    WANTED.map(async ({ profiles, is, why }) => {
      const candidates = accounts.filter((one) => profiles.includes(one.profile)).slice(0, MAX_LOOKUP_KEYS);
      const rows = await lookUp(apiUrl, token, candidates);
      const chosen = candidates.find((one) => {
        const row = rows.get(one.id);
        return row !== undefined && is(row);
      });
      return chosen ? { id: chosen.id, name: chosen.name, why } : null;
    }),
  );
  return found.filter((one) => one !== null);
}

async function lookUp(
  apiUrl: string,
  token: string,
  accounts: readonly CrmAccount[],
): Promise<Map<string, WordsRow>> {
  const keyOf = new Map(accounts.map((one) => [recordKey(one), one.id]));
  const response = await fetch(`${apiUrl}/v1/lookup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ keys: [...keyOf.keys()] }),
  });
  if (!response.ok) throw new Error(`The API answered ${response.status} to a look-up.`);
  const { rows } = LookupResponse.parse(await response.json());
  return new Map(rows.map((row) => [keyOf.get(row.key)!, row.words]));
}

function recordKey(account: CrmAccount): string {
  return formatRecordKey({ crm: 'samplecrm', instance: '-', object: 'account', id: account.id });
}
