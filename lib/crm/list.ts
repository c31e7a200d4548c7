import { cloudCrms } from './cloud-crms.ts';
import { selfHostedCrms } from './self-hosted-crms.ts';
import type { CrmDefinition } from './types.ts';

/** What is stated of each CRM; enough for whoever neither reads addresses nor looks at pages. */
export const crms: readonly CrmDefinition[] = [...new Set([...cloudCrms, ...selfHostedCrms])];

/** What is stated of the CRM with this id, or null. */
export function crmNamed(id: string): CrmDefinition | null {
  return crms.find((crm) => crm.id === id) ?? null;
}
