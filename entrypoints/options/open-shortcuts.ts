import { browser } from 'wxt/browser';

/** Firefox only; not part of the shared type definitions. */
interface ShortcutSettings {
  openShortcutSettings?(): Promise<void>;
}

/** Opens the browser's own page on which keys of extensions are changed. */
export async function openShortcuts(): Promise<void> {
  const commands = browser.commands as unknown as ShortcutSettings;
  if (commands.openShortcutSettings) return commands.openShortcutSettings();
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
