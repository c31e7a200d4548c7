import { PortableSettings } from '../contract/portable-settings.ts';
import type { UserSettings } from '../contract/user-settings.ts';

/** The part of the settings that goes into a file. */
export function exportSettings(user: UserSettings): PortableSettings {
  const { language, own, crms, sites, docks, hiddenHosts } = user;
  return { tierlens: 1, language, own, crms, sites, docks, hiddenHosts };
}

/** Settings from the text of a file; null where it is none, so that nothing of it is taken over. */
export function readPortable(text: string): Partial<UserSettings> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = PortableSettings.safeParse(value);
  if (!parsed.success) return null;
  const { tierlens: _, ...settings } = parsed.data;
  return settings;
}
