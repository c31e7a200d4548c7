import { browser } from 'wxt/browser';

/** Firefox only; not part of the shared type definitions. */
interface SidebarAction {
  open(): Promise<void>;
}

/** Opens the side panel (Chromium) or sidebar (Firefox); must be called inside a click. */
export async function openPanel(windowId: number | null): Promise<void> {
  const sidebar = (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;
  if (sidebar) return sidebar.open();
  if (windowId !== null) await browser.sidePanel.open({ windowId });
}
