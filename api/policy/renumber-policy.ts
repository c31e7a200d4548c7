import { isScalar, parseDocument } from 'yaml';
import { UserError } from '../user-error.ts';
import { parsePolicySource } from './load-policy.ts';

/**
 * The text of a concept as another version that holds from a day on; every other byte stays, comments included.
 * Going back is a new version with the old words (domain §17.2).
 * @throws UserError where the number is none, or the text is no concept
 */
export function renumberPolicy(source: string, { version, from }: { version: string; from: string }): string {
  const yaml = parseDocument(source, { schema: 'core' });
  const parts = Object.entries({ version, validFrom: from }).flatMap(([name, value]) => {
    const node = yaml.get(name, true);
    return isScalar(node) && node.range ? [{ start: node.range[0], end: node.range[1], value }] : [];
  });
  // From the end on, so that the places before stay where they are.
  parts.sort((a, b) => b.start - a.start);
  const text = parts.reduce(
    (rest, { start, end, value }) => rest.slice(0, start) + value + rest.slice(end),
    source,
  );
  const { document } = parsePolicySource(text, 'policy');
  if (document.version === version && document.validFrom === from) return text;
  throw new UserError('The version cannot be renumbered. Take its text with tierlens policy show.');
}
