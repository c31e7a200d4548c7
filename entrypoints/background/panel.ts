interface SidebarBrowser {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel (Firefox: sidebar). Call it in the turn of the user's gesture: a step later the browser
 * refuses.
 * @returns false where the browser refused
 */
export function openPanel(
  browser: Pick<typeof chrome, 'sidePanel'>,
  windowId: number | null,
): Promise<boolean> {
  const { sidebarAction } = browser as unknown as SidebarBrowser;
  try {
    const opened =
      sidebarAction !== undefined
        ? sidebarAction.open()
        : windowId === null
          ? Promise.reject(new Error('no window'))
          : browser.sidePanel.open({ windowId });
    return opened.then(
      () => true,
      () => false,
    );
  } catch {
    return Promise.resolve(false);
  }
}
