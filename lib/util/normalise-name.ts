/** German letters that people also write in two; the rest loses its marks. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
};

/** A name for searching and comparing: lower case, without marks and punctuation, one space between words. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüßæøå]/g, (letter) => TWO_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[.'’`´]/g, '')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim();
}
