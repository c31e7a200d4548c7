/** True where a match pattern (`scheme://host/*`, host may start with `*.`) covers an address; ports do not count. */
export function coversUrl(pattern: string, address: string): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\/\*$/.exec(pattern);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (parts === null || url === null) return false;
  const [, scheme, host] = parts as unknown as [string, string, string];
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (scheme !== '*' && url.protocol !== `${scheme}:`) return false;
  if (host === '*') return true;
  return host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : url.hostname === host.replace(/:\d+$/, '');
}

export function isCovered(patterns: readonly string[], address: string): boolean {
  return patterns.some((pattern) => coversUrl(pattern, address));
}
