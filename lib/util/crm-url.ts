const PROXY_SUFFIX = '.mcas.ms';
const LOCAL_HOST = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/;
/** Longer addresses are no record pages; bounds the work on hostile input. */
const MAX_URL_LENGTH = 8_000;

/**
 * A web address as adapters may read it: https (http on loopback hosts only), the suffix of the
 * Defender proxy (`.mcas.ms`) taken off, or null for anything else, including host names with a trailing dot.
 */
export function readableUrl(address: string | URL, base?: string): URL | null {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    return null;
  }
  const host = url.hostname;
  if (url.href.length > MAX_URL_LENGTH || host.endsWith('.')) return null;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOCAL_HOST.test(host))) return null;
  if (host.endsWith(PROXY_SUFFIX)) {
    const origin = host.slice(0, -PROXY_SUFFIX.length);
    if (!origin || origin.endsWith('.')) return null;
    url.hostname = origin;
  }
  return url;
}

/** Installation of a self-hosted CRM: host[:port][/base], without trailing slash. */
export function siteOf(url: URL, base = ''): string {
  return url.host + base.replace(/\/+$/, '');
}

/** Base path of a page whose record stands in query or hash: the path without its script and slashes. */
export function basePath(url: URL): string {
  return url.pathname.replace(/\/?(?:index\.(?:php|html?))?$/, '');
}

/** First label of the host name, which names the customer in most cloud CRMs. */
export function tenantOf(url: URL): string {
  return url.hostname.split('.', 1)[0]!;
}

/** Percent-decoded text, or undefined where it is malformed or empty. */
export function decoded(text: string | undefined): string | undefined {
  try {
    return text ? decodeURIComponent(text) || undefined : undefined;
  } catch {
    return undefined;
  }
}
