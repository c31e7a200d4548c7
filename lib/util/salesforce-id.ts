const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a Salesforce id, or null when the text is none. Fifteen characters get their
 * three-character suffix (one per group of five: bit i set where character i is upper case). Of eighteen
 * characters the suffix is checked; an id whose letters were all lower- or upper-cased on its way gets its
 * case back from the suffix.
 */
export function toSalesforceId18(id: string): string | null {
  if (/^[0-9A-Za-z]{15}$/.test(id)) return id + suffixOf(id);
  if (!/^[0-9A-Za-z]{15}[A-Za-z0-5]{3}$/.test(id)) return null;
  const body = id.slice(0, 15);
  const suffix = id.slice(15).toUpperCase();
  if (suffixOf(body) === suffix) return body + suffix;
  const oneCase = body === body.toLowerCase() || body === body.toUpperCase();
  const restored = restoreCase(body, suffix);
  return oneCase && suffixOf(restored) === suffix ? restored + suffix : null;
}

function suffixOf(body: string): string {
  let suffix = '';
  for (let group = 0; group < 15; group += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(body[group + i]!)) bits |= 1 << i;
    suffix += SUFFIX[bits];
  }
  return suffix;
}

function restoreCase(body: string, suffix: string): string {
  return Array.from(body, (character, i) =>
    (SUFFIX.indexOf(suffix[Math.floor(i / 5)]!) >> (i % 5)) & 1
      ? character.toUpperCase()
      : character.toLowerCase(),
  ).join('');
}
