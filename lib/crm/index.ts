import type { CrmAdapter } from './types.ts';

/** Every CRM, in the order in which `match` tries them. */
export const adapters: readonly CrmAdapter[] = [];
