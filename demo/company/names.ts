import type { Random } from './random.ts';

export interface CompanyName {
  name: string;
  industry: string;
  city: string;
  website: string;
}

export type Country = 'DE' | 'GB' | 'US' | 'CH';

const SURNAMES =
  'Ahlers Bachmann Behrens Brunner Christiansen Dietrich Ebeling Fiedler Gerlach Hagemann Hansen Heller Hoffmann Jansen Kessler Köhler Kranz Lehmann Lindner Lorenz Marquardt Mertens Möller Neumann Oltmann Paulsen Petzold Quandt Rademacher Richter Sander Schäfer Schilling Schröder Seidel Stoll Thiessen Ulrich Voigt Wagner Weiß Wendt Wiese Zander Zöllner'.split(
    ' ',
  );
const SOUTHERN =
  'Aigner Bachhuber Daxenberger Ettl Fischbacher Gruber Haslinger Kirchmayr Lechner Moosbauer Niedermaier Oberhuber Pichler Reiter Sailer Stadler Thaler Unterberger Vogl Wimmer'.split(
    ' ',
  );
const TRADES: readonly (readonly [string, string])[] = [
  ['Metallbau', 'Metal construction'],
  ['Maschinenbau', 'Mechanical engineering'],
  ['Anlagentechnik', 'Plant engineering'],
  ['Werkzeugbau', 'Toolmaking'],
  ['Zerspanungstechnik', 'Machining'],
  ['Blechtechnik', 'Sheet metal'],
  ['Fördertechnik', 'Conveying'],
  ['Hydraulik', 'Hydraulics'],
  ['Elektrotechnik', 'Electrical'],
  ['Kunststofftechnik', 'Plastics'],
  ['Holzbau', 'Timber construction'],
  ['Stahlhandel', 'Steel trade'],
  ['Landtechnik', 'Agricultural machinery'],
  ['Schiffsausrüstung', 'Marine equipment'],
  ['Gebäudetechnik', 'Building services'],
  ['Lebensmitteltechnik', 'Food processing'],
  ['Verpackungen', 'Packaging'],
  ['Prüftechnik', 'Testing equipment'],
  ['Aufzüge', 'Lifts'],
  ['Oberflächentechnik', 'Surface finishing'],
];
const FORMS = ['GmbH', 'GmbH', 'GmbH & Co. KG', 'KG', 'AG', 'e. K.', 'OHG'];
const CITIES: Record<string, readonly string[]> = {
  Nord: ['Hamburg', 'Kiel', 'Lübeck', 'Bremen', 'Oldenburg', 'Rostock', 'Flensburg', 'Emden'],
  Mitte: ['Hannover', 'Kassel', 'Erfurt', 'Göttingen', 'Leipzig', 'Magdeburg', 'Dortmund', 'Fulda'],
  Süd: ['München', 'Augsburg', 'Ulm', 'Regensburg', 'Stuttgart', 'Rosenheim', 'Nürnberg', 'Freiburg'],
};
const ENGLISH =
  'Ashford Barlow Blackwater Carver Coldstream Dunmore Eastgate Fairfield Granville Harborne Kingsley Langford Millbrook Northgate Oakridge Pemberton Redfern Silverdale Thornbury Westbrook'.split(
    ' ',
  );
const ENGLISH_TRADES: readonly (readonly [string, string])[] = [
  ['Precision', 'Machining'],
  ['Tooling', 'Toolmaking'],
  ['Marine', 'Marine equipment'],
  ['Automation', 'Mechanical engineering'],
  ['Packaging', 'Packaging'],
  ['Hydraulics', 'Hydraulics'],
  ['Controls', 'Electrical'],
  ['Fabrication', 'Metal construction'],
];
const ABROAD: Record<Exclude<Country, 'DE'>, { forms: readonly string[]; cities: readonly string[] }> = {
  GB: { forms: ['Ltd', 'plc'], cities: ['Leeds', 'Bristol', 'Hull', 'Sheffield'] },
  US: { forms: ['Inc.', 'LLC', 'Corp.'], cities: ['Cleveland', 'Milwaukee', 'Houston', 'Charlotte'] },
  CH: { forms: ['AG', 'GmbH'], cities: ['Winterthur', 'St. Gallen', 'Luzern', 'Schaffhausen'] },
};

/** A made-up company; any likeness to a real one is chance, addresses end in `.example`. */
export function inventCompany(random: Random, territory: string, country: Country): CompanyName {
  if (country === 'GB' || country === 'US') {
    const [trade, industry] = random.pick(ENGLISH_TRADES);
    const { forms, cities } = ABROAD[country];
    return finish(`${random.pick(ENGLISH)} ${trade}`, random.pick(forms), industry, random.pick(cities));
  }
  const [trade, industry] = random.pick(TRADES);
  const surname = random.pick(territory === 'Süd' && random.chance(0.6) ? SOUTHERN : SURNAMES);
  const cities = country === 'CH' ? ABROAD.CH.cities : CITIES[territory]!;
  const forms = country === 'CH' ? ABROAD.CH.forms : FORMS;
  const stem = random.chance(0.75) ? `${surname} ${trade}` : `${trade} ${surname}`;
  return finish(stem, random.pick(forms), industry, random.pick(cities));
}

function finish(stem: string, form: string, industry: string, city: string): CompanyName {
  return { name: `${stem} ${form}`, industry, city, website: `https://www.${slug(stem)}.example` };
}

/** Letters, digits and hyphens only, umlauts spelled out. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const FIRST_NAMES =
  'Andrea Anna Bernd Birgit Christian Claudia Daniel Elif Frank Gisela Hannah Holger Ines Jörg Julia Karsten Lars Maria Martin Nadine Olaf Petra Ralf Sandra Stefan Sven Thomas Ulrike Volker Yvonne'.split(
    ' ',
  );
const ENGLISH_FIRST = 'Alice Brian Claire David Emma Fiona George Hannah James Karen Liam Megan'.split(' ');

/** A contact person's name. */
export function inventPerson(random: Random, country: Country): string {
  const english = country === 'GB' || country === 'US';
  return `${random.pick(english ? ENGLISH_FIRST : FIRST_NAMES)} ${random.pick(english ? ENGLISH : SURNAMES)}`;
}
