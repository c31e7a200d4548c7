/** A piece of a record's address; pieces that can be the id may be pointed at. */
export interface AddressPart {
  /** As a person reads it. */
  text: string;
  /** As the description of the address has it. */
  raw: string;
  place: 'path' | 'query' | 'hash';
  /** May be the id; false for slashes and names. */
  choosable: boolean;
  /** A segment or value of its own, which may differ from record to record; false for part of one. */
  whole: boolean;
}

/** The pieces of an address after its host; empty where it is none. */
export function addressParts(address: string): AddressPart[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  const parts = segmentParts(url.pathname, 'path');
  [...url.searchParams].forEach(([name, value], index) => {
    const sign = index === 0 ? '?' : '&';
    parts.push(fixed(`${sign}${name}=`, `${sign}${encodeURIComponent(name)}=`, 'query'));
    // The description is read as a query, too, and compared with the value as the address encodes it.
    const raw = encodeURIComponent(encodeURIComponent(value));
    parts.push({ text: value, raw, place: 'query', choosable: value !== '', whole: true });
  });
  const hash = url.hash.slice(1).split('?', 1)[0] ?? '';
  return hash === '' ? parts : [...parts, fixed('#', '#', 'hash'), ...segmentParts(hash, 'hash')];
}

/**
 * The description of all addresses like this one, with `{id}` for the part at `id` and `*` for those that vary.
 * What stands behind the id's place does not count: tabs and filters change there.
 */
export function addressTemplate(
  parts: readonly AddressPart[],
  id: number,
  varying: ReadonlySet<number>,
): string {
  const place = parts[id]?.place;
  const text = (wanted: AddressPart['place']) =>
    parts.map((part, at) => {
      if (part.place !== wanted) return '';
      return at === id ? '{id}' : varying.has(at) && part.whole ? '*' : part.raw;
    });
  const path = text('path').join('');
  if (place === 'hash') return path + text('hash').join('');
  if (place !== 'query') return path;
  const words = text('query').filter(Boolean);
  const pairs: string[] = [];
  for (let at = 0; at < words.length; at += 2) {
    if (words[at + 1] !== '*') pairs.push(`${words[at]?.slice(1)}${words[at + 1]}`);
  }
  return `${path}?${pairs.join('&')}`;
}

/** Parts that count for the id's place: others are left out of the description anyway. */
export function mayVary(parts: readonly AddressPart[], id: number, at: number): boolean {
  const [part, place] = [parts[at], parts[id]?.place];
  return part !== undefined && at !== id && part.whole && (part.place === 'path' || part.place === place);
}

/** The part most like an id: letters and digits mixed at length, then digits, then the longer; -1 without any. */
export function likelyId(parts: readonly AddressPart[]): number {
  const score = ({ text, choosable }: AddressPart) =>
    !choosable || !/\d/.test(text) ? 0 : /^[0-9a-f-]{16,}$/i.test(text) ? 300 : 100 + text.length;
  const scores = parts.map(score);
  const best = Math.max(0, ...scores);
  return best === 0 ? -1 : scores.indexOf(best);
}

/** A description as people read it: what stands for the id is set apart from text in braces. */
export function readableTemplate(template: string): string {
  return template.replace('{id}', '‹ID›');
}

function segmentParts(text: string, place: 'path' | 'hash'): AddressPart[] {
  if (text === '/') return [fixed('/', '/', place)];
  const parts: AddressPart[] = [];
  text
    .replace(/\/$/, '')
    .split('/')
    .forEach((segment, index) => {
      if (index > 0) parts.push(fixed('/', '/', place));
      if (segment !== '') parts.push(...insideSegment(segment, place));
    });
  return parts;
}

/** A segment in one piece, or its names and values: `customer-9`, `id=5&model=partner`. */
function insideSegment(segment: string, place: 'path' | 'hash'): AddressPart[] {
  const piece = (raw: string, whole: boolean): AddressPart => ({
    text: readable(raw),
    raw,
    place,
    choosable: true,
    whole,
  });
  const [, word, number] = /^([A-Za-z][A-Za-z_-]*[-_.])(\d+)$/.exec(segment) ?? [];
  if (word && number) return [fixed(word, word, place), piece(number, false)];
  if (!segment.includes('=')) return [piece(segment, true)];
  return segment.split('&').flatMap((pair, index) => {
    const [, name = '', value = ''] = /^([^=]*=?)(.*)$/.exec(pair) ?? [];
    const before = `${index > 0 ? '&' : ''}${name}`;
    return [fixed(before, before, place), ...(value === '' ? [] : [piece(value, false)])];
  });
}

function fixed(text: string, raw: string, place: AddressPart['place']): AddressPart {
  return { text, raw, place, choosable: false, whole: false };
}

function readable(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
