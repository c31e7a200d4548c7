import type { Country } from './names.ts';
import type { SamplePerson, Territory } from './people.ts';
import type { QuarterPlan } from './quarter-plan.ts';

export type Currency = 'EUR' | 'USD' | 'CHF';

/** One customer of the sample company: master data and what its figures are made from. */
export interface SampleAccount {
  /** Customer number of the ledger system. */
  id: string;
  /** Id in the sample CRM; another number, as in life. */
  crmId: string;
  profile: string;
  name: string;
  industry: string;
  city: string;
  website: string;
  territory: Territory;
  country: Country;
  currency: Currency;
  owner: SamplePerson | null;
  deputy: SamplePerson | null;
  /** Customer number of the parent company. */
  parent: string | null;
  /** Month index of the first business, and the day. */
  sinceIndex: number;
  since: string;
  /** Cents. */
  potential: number;
  multiplierUntil: string | null;
  assignedLevel: string | null;
  closedOn: string | null;
  plan: readonly QuarterPlan[];
}
