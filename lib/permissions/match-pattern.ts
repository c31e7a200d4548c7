interface HostRule {
  /** `https:`; null for any web scheme. */
  protocol: string | null;
  /** Null for any host. */
  host: string | null;
  subdomains: boolean;
}

const SCHEMES: readonly string[] = ['*', 'http', 'https'];

/** Every message of a page is compared with dozens of patterns: each is taken apart once. */
const rules = new Map<string, HostRule | null>();

/** True where a match pattern (`scheme://host/*`, host may start with `*.`) covers an address; ports do not count. */
export function coversUrl(pattern: string, address: string): boolean {
  return isCovered([pattern], address);
}

export function isCovered(patterns: readonly string[], address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const { protocol, hostname } = url;
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return patterns.some((pattern) => {
    const rule = ruleOf(pattern);
    if (rule === null || (rule.protocol !== null && rule.protocol !== protocol)) return false;
    if (rule.host === null || hostname === rule.host) return true;
    return rule.subdomains && hostname.endsWith(`.${rule.host}`);
  });
}

function ruleOf(pattern: string): HostRule | null {
  let rule = rules.get(pattern);
  if (rule === undefined) {
    rule = parsePattern(pattern);
    rules.set(pattern, rule);
  }
  return rule;
}

/** By hand: a worker that has just started takes all patterns apart before its first answer. */
function parsePattern(pattern: string): HostRule | null {
  const colon = pattern.indexOf('://');
  const scheme = pattern.slice(0, colon);
  const host = pattern.slice(colon + 3, -2);
  if (!SCHEMES.includes(scheme) || host === '' || !pattern.endsWith('/*')) return null;
  const protocol = scheme === '*' ? null : `${scheme}:`;
  if (host === '*') return { protocol, host: null, subdomains: false };
  const subdomains = host.startsWith('*.');
  const name = subdomains ? host.slice(2) : host;
  if (name === '' || name.includes('/') || name.includes('*')) return null;
  return { protocol, host: subdomains ? name : name.replace(/:\d+$/, ''), subdomains };
}
