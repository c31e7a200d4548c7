/** One row of people.csv. */
export interface SamplePerson {
  id: string;
  name: string;
  email: string;
  phone: string;
  pool: 'field' | 'inside';
  team: string;
  role: 'rep' | 'inside' | 'lead' | 'operations';
  territories: readonly string[];
}

export const TERRITORIES = ['Nord', 'Mitte', 'Süd'] as const;
export type Territory = (typeof TERRITORIES)[number];

const ASCII: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i' };
const NORTH = ['Nord', 'Mitte'] as const;
const SOUTH = ['Süd'] as const;

/** The sample company's sellers: two teams, two capacity pools. */
export const PEOPLE: readonly SamplePerson[] = [
  person('P01', 'Katrin Sommer', 'field', 'Team Nord', 'lead', NORTH),
  person('P02', 'Jan Petersen', 'field', 'Team Nord', 'rep', ['Nord']),
  person('P03', 'Nele Brandt', 'field', 'Team Nord', 'rep', ['Nord']),
  person('P04', 'Tobias Krüger', 'field', 'Team Nord', 'rep', ['Mitte']),
  person('P05', 'Emily Carter', 'field', 'Team Nord', 'rep', ['Mitte']),
  person('P06', 'Sabine Albrecht', 'inside', 'Team Nord', 'inside', NORTH),
  person('P07', 'Murat Yıldız', 'inside', 'Team Nord', 'inside', NORTH),
  person('P08', 'Matthias Brandl', 'field', 'Team Süd', 'lead', SOUTH),
  person('P09', 'Veronika Huber', 'field', 'Team Süd', 'rep', SOUTH),
  person('P10', 'Reto Ammann', 'field', 'Team Süd', 'rep', SOUTH),
  person('P11', 'Lena Vogt', 'inside', 'Team Süd', 'inside', SOUTH),
  person('P12', 'Dr. Anja Keller', 'inside', 'Team Nord', 'operations', TERRITORIES),
];

/** Whom one signs in as on the sample's start page. */
export const SIGN_INS = { lead: 'P01', rep: 'P02', inside: 'P06', operations: 'P12' } as const;
export type SignIn = keyof typeof SIGN_INS;

/** Those who may own accounts of a territory in a pool. */
export function ownersOf(territory: Territory, pool: SamplePerson['pool']): readonly SamplePerson[] {
  const role = pool === 'field' ? 'rep' : 'inside';
  return PEOPLE.filter((one) => one.role === role && one.territories.includes(territory));
}

function person(
  id: string,
  name: string,
  pool: SamplePerson['pool'],
  team: string,
  role: SamplePerson['role'],
  territories: readonly string[],
): SamplePerson {
  const plain = name.replace('Dr. ', '').toLowerCase();
  const login = [...plain].map((letter) => ASCII[letter] ?? letter).join('');
  return {
    id,
    name,
    email: `${login.replace(' ', '.')}@rheinwerk-handel.example`,
    // Numbers from the range reserved for fiction.
    phone: `+49 30 23125 ${100 + Number(id.slice(1))}`,
    pool,
    team,
    role,
    territories,
  };
}
