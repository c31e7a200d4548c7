import type { Tab } from './tab.ts';

/**
 * Sends messages one after the other from a page's own script of an extension, or from a page of the extension.
 * @param extension id of the extension whose content script asks; undefined: the tab's own page asks
 * @param isGood expression over `answer`: an answer that is none is no measurement
 * @returns ms of each, from sending to answer
 */
export async function askFromPage(
  tab: Tab,
  messages: readonly object[],
  isGood: string,
  extension?: string,
): Promise<number[]> {
  return tab.evaluate<number[]>(
    `(async () => {
      const times = [];
      for (const message of ${JSON.stringify(messages)}) {
        const began = performance.now();
        const answer = await chrome.runtime.sendMessage(message);
        times.push(performance.now() - began);
        if (!(${isGood})) throw new Error('unexpected answer: ' + JSON.stringify(answer).slice(0, 300));
      }
      return times;
    })()`,
    extension,
  );
}
