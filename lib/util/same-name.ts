import { normaliseName } from './normalise-name.ts';

/** Legal forms, dots already taken out; they come and go between a CRM and the books. */
const LEGAL_FORMS = new Set(
  [
    'gmbh mbh ggmbh ag kg kgaa ohg gbr ug se ev eg ek ekfm haftungsbeschrankt haftungsbeschraenkt co comp company',
    'corp corporation inc incorporated ltd limited llc llp lp plc sa sas sasu sarl srl spa sl bv nv vof oy oyj ab as',
    'asa aps kft zrt sro doo dd spzoo sp zoo pty pte cie mbb partg stiftung',
  ].flatMap((line) => line.split(' ')),
);

const AND = new Set(['&', '+', 'und', 'and', 'et', 'y', 'e']);

/** A CRM that shortens headings shows at least this much of a name. */
const SHORTEST_CUT = 8;
/** Headings cross the border in at most so many characters. */
const LONGEST_HEADING = 200;

/**
 * Do a heading on a page and an account's name mean the same customer? Letter case, marks, punctuation, legal
 * forms and "and" do not count; a heading that was visibly cut counts as its beginning.
 */
export function isSameName(heading: string, name: string): boolean {
  const shown = essence(heading);
  const known = essence(name);
  if (shown === '' || known === '') return false;
  if (shown === known) return true;
  const cut = /(…|\.\.\.)\s*$/.test(heading) || heading.length >= LONGEST_HEADING;
  return cut && shown.length >= SHORTEST_CUT && known.startsWith(shown);
}

function essence(name: string): string {
  const words = normaliseName(name)
    .split(/[\s]+|(?=[&+])|(?<=[&+])/)
    .filter((word) => word !== '' && !AND.has(word));
  const core = words.filter((word) => !LEGAL_FORMS.has(word));
  // "AG & Co." is a name too, if a strange one.
  return (core.length > 0 ? core : words).join(' ');
}
