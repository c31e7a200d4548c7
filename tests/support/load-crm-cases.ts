import { readdirSync } from 'node:fs';
import type { UrlCase } from '../../lib/crm/types.ts';

const folder = new URL('../../lib/crm/', import.meta.url);

/** The URL cases of every CRM by its id, read from the folder: a file nobody listed is found too. */
export async function loadCrmCases(): Promise<Map<string, readonly UrlCase[]>> {
  const all = new Map<string, readonly UrlCase[]>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.cases.ts')) continue;
    const module = (await import(new URL(file, folder).href)) as { cases: readonly UrlCase[] };
    all.set(file.slice(0, -'.cases.ts'.length), module.cases);
  }
  return all;
}
