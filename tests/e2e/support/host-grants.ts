import type { BrowserContext, Page } from '@playwright/test';

/**
 * Lets the browser answer the extension's requests for these hosts with yes at once, without its dialog, which no
 * driver can press: `chrome.developerPrivate` marks the hosts as granted before. An internal API, kept here.
 * @param context the browser with the extension
 */
export async function answerYes(
  context: BrowserContext,
  extensionId: string,
  patterns: readonly string[],
): Promise<void> {
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
}

/**
 * Grants optional hosts as a person does who says yes to the browser's question.
 * @param control a page of the extension
 */
export async function grantHosts(
  control: Page,
  extensionId: string,
  patterns: readonly string[],
): Promise<void> {
  const context = control.context();
  await answerYes(context, extensionId, patterns);
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
