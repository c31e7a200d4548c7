import type { Browser } from './browser.ts';
import { Tab } from './tab.ts';

/** An extension in a browser, asked from a page of its own that has no screen. */
export class Installed {
  readonly id: string;
  readonly control: Tab;

  private constructor(id: string, control: Tab) {
    this.id = id;
    this.control = control;
  }

  /** Loads an unpacked extension and waits until it has settled: people sign in later than they install. */
  static async load(browser: Browser, folder: string): Promise<Installed> {
    const id = await browser.load(folder);
    const installed = new Installed(id, await Tab.open(browser, `chrome-extension://${id}/manifest.json`));
    await installed.#answers(folder);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return installed;
  }

  /** Sends a message to the worker. @returns what it answers, and the ms until it did */
  async send<T>(message: object): Promise<{ value: T; ms: number }> {
    const { answer, ms } = await this.control.evaluate<{
      answer: { ok?: boolean; value: T };
      ms: number;
    }>(`(async () => {
      const began = performance.now();
      const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
      return { answer, ms: performance.now() - began };
    })()`);
    if (answer?.ok !== true)
      throw new Error(`${JSON.stringify(message).slice(0, 80)}: ${JSON.stringify(answer)}`);
    return { value: answer.value, ms };
  }

  /** A worker whose script fails never answers, and says so nowhere. */
  async #answers(folder: string): Promise<void> {
    const asked = this.control.evaluate(
      'chrome.runtime.sendMessage({ verb: "are you there" }).then(() => true)',
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 15_000));
    const answered = await Promise.race([asked.catch(() => false), late]);
    if (answered !== true) throw new Error(`the worker of the extension in ${folder} does not answer`);
  }
}
