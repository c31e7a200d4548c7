import type { CrmAdapter } from './types.ts';

/**
 * Match patterns of an adapter's cloud hosts, with those of the Defender proxy where wanted.
 * Empty for CRMs that only run on a company's own host: these are added by address (`originPattern`).
 */
export function hostPatterns(adapter: Pick<CrmAdapter, 'hosts'>, proxies = false): string[] {
  return adapter.hosts.flatMap((pattern) =>
    proxies && pattern.startsWith('https:') ? [pattern, pattern.replace(/\/\*$/, '.mcas.ms/*')] : [pattern],
  );
}

/** Match pattern for one installation: patterns know no ports, so all ports of the host are meant. */
export function originPattern(url: URL): string {
  return `${url.protocol}//${url.hostname}/*`;
}
