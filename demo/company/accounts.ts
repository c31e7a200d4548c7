import type { Calendar } from './calendar.ts';
import { type CompanyName, type Country, inventCompany } from './names.ts';
import { ownersOf, type SamplePerson, TERRITORIES, type Territory } from './people.ts';
import { PROFILES, type Profile } from './profiles.ts';
import { createRandom, type Random } from './random.ts';
import type { Currency, SampleAccount } from './sample-account.ts';

/** Pairs of accounts that bear the same name. */
const NAMESAKES = 6;
const GROUPS = 14;
const CURRENCIES: Record<Country, Currency> = { DE: 'EUR', GB: 'EUR', US: 'USD', CH: 'CHF' };

/** All accounts, in the order of their customer numbers. */
export function createAccounts(seed: string, calendar: Calendar): SampleAccount[] {
  const random = createRandom(`${seed}:accounts`);
  const profiles = random.shuffle(PROFILES.flatMap((one) => Array.from({ length: one.count }, () => one)));
  const crmIds = random.shuffle(profiles.map((_, index) => String(20_011 + index * 7)));
  const names = new Set<string>();
  const accounts = profiles.map((profile, index) => {
    const id = `K${10_001 + index}`;
    return createAccount(createRandom(`${seed}:${id}`), calendar, profile, id, crmIds[index]!, names);
  });
  shareNames(random, accounts);
  formGroups(random, accounts);
  return accounts;
}

function createAccount(
  random: Random,
  calendar: Calendar,
  profile: Profile,
  id: string,
  crmId: string,
  names: Set<string>,
): SampleAccount {
  const territory = random.pick(TERRITORIES);
  const country = pickCountry(random, territory);
  const company = inventUnused(random, territory, country, names);
  const owner = pickOwner(random, territory, profile);
  const late = profile.id === 'small-lean' && random.chance(0.15);
  const sinceIndex = late ? random.int(3, 16) : random.int(profile.since[0], profile.since[1]);
  return {
    id,
    crmId,
    profile: profile.id,
    ...company,
    territory,
    country,
    currency: CURRENCIES[country],
    owner,
    deputy: owner && pickDeputy(random, territory, owner),
    parent: null,
    sinceIndex,
    since: calendar.workingDays(sinceIndex)[0]!,
    potential: pickPotential(random, profile.id),
    multiplierUntil: random.chance(0.03) ? `${calendar.month(24 + random.int(2, 10))}-15` : null,
    assignedLevel: pickAssigned(random, profile.id),
    closedOn: profile.id === 'dormant' && random.chance(0.2) ? calendar.workingDays(20).at(-1)! : null,
    plan: profile.plan(random),
  };
}

function pickCountry(random: Random, territory: Territory): Country {
  if (random.chance(0.84)) return 'DE';
  if (territory === 'Süd') return random.chance(0.75) ? 'CH' : 'US';
  return random.chance(0.55) ? 'US' : 'GB';
}

function inventUnused(
  random: Random,
  territory: Territory,
  country: Country,
  used: Set<string>,
): CompanyName {
  for (;;) {
    const company = inventCompany(random, territory, country);
    if (used.has(company.website)) continue;
    used.add(company.website);
    return company;
  }
}

function pickOwner(random: Random, territory: Territory, profile: Profile): SamplePerson | null {
  if (profile.id === 'small-lean' && random.chance(0.08)) return null;
  return random.pick(ownersOf(territory, random.chance(profile.field) ? 'field' : 'inside'));
}

function pickDeputy(random: Random, territory: Territory, owner: SamplePerson): SamplePerson | null {
  const others = ownersOf(territory, owner.pool).filter((one) => one.id !== owner.id);
  return others.length > 0 && random.chance(0.9) ? random.pick(others) : null;
}

/** Expected additional DB II of a year in cents; from 5,000 € on it lifts the tier. */
function pickPotential(random: Random, profile: string): number {
  if (profile.startsWith('investment')) return random.int(60, 180) * 10_000;
  if (random.chance(0.05)) return random.int(50, 300) * 10_000;
  return random.chance(0.5) ? random.int(2, 45) * 10_000 : 0;
}

/** Most accounts have the level suggested for them; some were once promised more. */
function pickAssigned(random: Random, profile: string): string | null {
  if (profile === 'small-coddled' && random.chance(0.18)) return 'KOMFORT';
  if (profile === 'solid-coddled' && random.chance(0.2)) return 'EXKLUSIV';
  return null;
}

function shareNames(random: Random, accounts: SampleAccount[]): void {
  const domestic = random.shuffle(accounts.filter((one) => one.country === 'DE'));
  for (let pair = 0; pair < NAMESAKES; pair++) {
    domestic[pair * 2 + 1]!.name = domestic[pair * 2]!.name;
  }
}

/** Subsidiaries bear their parent's first word; a parent is never a subsidiary itself. */
function formGroups(random: Random, accounts: SampleAccount[]): void {
  const large = accounts.filter((one) => one.country === 'DE' && /^(champion|solid)/.test(one.profile));
  const parents = new Set(random.shuffle(large).slice(0, GROUPS));
  for (const parent of parents) {
    const candidates = accounts.filter(
      (one) => one.territory === parent.territory && one.country === 'DE' && !one.parent && !parents.has(one),
    );
    const purposes = random.shuffle(['Service', 'Logistik', 'Montage', 'Vertrieb']);
    for (const [index, child] of random.shuffle(candidates).slice(0, random.int(1, 4)).entries()) {
      child.parent = parent.id;
      child.name = `${parent.name.split(' ').slice(0, 2).join(' ')} ${purposes[index]!} GmbH`;
      child.website = parent.website;
      child.industry = parent.industry;
    }
  }
}
