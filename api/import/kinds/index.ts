import type { ImportContext } from '../import-context.ts';
import { accounts } from './accounts.ts';
import { activities } from './activities.ts';
import { aliases } from './aliases.ts';
import { cases, decisions } from './cases.ts';
import { company } from './company.ts';
import type { Kind } from './kind.ts';
import { moneyLines } from './money-lines.ts';
import { overrides, referrals } from './overrides.ts';
import { people } from './people.ts';
import { opportunities, productsHeld, wallets } from './potential.ts';
import { capacityRates, exchangeRates } from './rates.ts';
import { recordKeys } from './record-keys.ts';

/** All kinds of files, in the order they are taken in: what others refer to comes first. */
export function kindsOf(context: ImportContext): Kind[] {
  return [
    company,
    people(context),
    accounts(context),
    aliases,
    capacityRates(context),
    exchangeRates,
    recordKeys,
    moneyLines(context),
    activities(context),
    cases(context),
    decisions,
    overrides(context),
    referrals,
    wallets(context),
    opportunities(context),
    productsHeld(context),
  ];
}

export const KIND_NAMES = [
  'company',
  'people',
  'accounts',
  'aliases',
  'capacity-rates',
  'exchange-rates',
  'record-keys',
  'money-lines',
  'activities',
  'cases',
  'decisions',
  'overrides',
  'referrals',
  'wallets',
  'opportunities',
  'products-held',
] as const;
export type KindName = (typeof KIND_NAMES)[number];
