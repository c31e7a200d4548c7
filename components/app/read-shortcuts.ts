import type { Shortcuts } from '../options/shortcut-list.tsx';

/** The part of `browser.commands` used here. */
interface Commands {
  getAll(): Promise<{ name?: string | undefined; shortcut?: string | undefined }[]>;
}

/** The keys as the browser has them now; empty where none is set. */
export async function readShortcuts(commands: Commands): Promise<Shortcuts> {
  const all = await commands.getAll().catch(() => []);
  const keyOf = (name: string) => all.find((command) => command.name === name)?.shortcut ?? '';
  return { panel: keyOf('open-panel'), discreet: keyOf('discreet') };
}
