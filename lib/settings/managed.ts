import type { CrmSettingsValues, CrmSites } from '../contract/crm-settings.ts';
import { MANAGED_SHAPE } from '../contract/managed-settings.ts';
import type { Toggle } from '../contract/me.ts';

export interface ManagedSettings {
  apiUrl?: string;
  maxCacheAgeHours?: number;
  rememberSignIn?: boolean;
  crms?: CrmSettingsValues;
  sites?: CrmSites;
  overlays?: Partial<Record<Toggle, boolean>>;
}

/** Reads what `storage.managed` holds; unknown keys and wrong values are left out, one by one. */
export function parseManaged(raw: unknown): ManagedSettings {
  const values = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const parsed: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(MANAGED_SHAPE)) {
    const result = Object.hasOwn(values, key) ? schema.safeParse(values[key]) : null;
    if (result?.success) parsed[key] = result.data;
  }
  return parsed as ManagedSettings;
}

/** Firefox rejects the read where there is no policy at all. */
export async function readManaged(area: { get(): Promise<unknown> } | undefined): Promise<ManagedSettings> {
  try {
    return parseManaged(await area?.get());
  } catch {
    return {};
  }
}
