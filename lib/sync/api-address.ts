/** Hosts that the extension's content security policy lets it reach without TLS. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

/**
 * The API's address in one spelling without slash at the end, or null where it is none: https, or http on
 * this machine; no user, query or fragment, since those would travel with every request.
 */
export function normaliseApiAddress(text: string): string | null {
  const trimmed = text.trim();
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  } catch {
    return null;
  }
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!secure || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return null;
  if (url.hostname === '') return null;
  return url.origin + url.pathname.replace(/\/+$/, '');
}
