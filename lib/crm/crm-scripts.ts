import { cloudCrms } from './cloud-crms.ts';

/** The script that holds all CRMs a company may host itself: an address alone does not tell which one it is. */
export const SELF_HOSTED_SCRIPT = 'crms/self-hosted.js';

/** The script that holds one cloud CRM. */
export function crmScript(id: string): string {
  return `crms/${id}.js`;
}

/** Ids of the CRMs that have a script of their own. */
export function scriptedCrms(): string[] {
  return cloudCrms.filter(({ host }) => host).map(({ id }) => id);
}
