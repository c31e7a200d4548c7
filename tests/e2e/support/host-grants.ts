import type { Page } from '@playwright/test';

/**
 * Grants optional hosts without the browser's dialog, which no driver can press: `chrome.developerPrivate` marks
 * the host as granted before, then the extension's own request is answered yes at once. An internal API, kept here.
 * @param control a page of the extension
 */
export async function grantHosts(
  control: Page,
  extensionId: string,
  patterns: readonly string[],
): Promise<void> {
  const context = control.context();
  const settings = await context.newPage();
  await settings.goto(`chrome://extensions/?id=${extensionId}`);
  for (const pattern of patterns) {
    await settings.evaluate(
      ([id, host]) =>
        (
          chrome as unknown as {
            developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
          }
        ).developerPrivate.addHostPermission(id, host),
      [extensionId, pattern] as [string, string],
    );
  }
  await settings.close();
  const cdp = await context.newCDPSession(control);
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: `chrome.permissions.request(${JSON.stringify({ origins: patterns })})`,
    awaitPromise: true,
    userGesture: true,
    returnByValue: true,
  });
  await cdp.detach();
  if (result.value !== true) throw new Error(`the browser did not grant ${patterns.join(', ')}`);
}
