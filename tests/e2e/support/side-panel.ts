import { writeFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';
import { TargetSession } from './target-session.ts';

const ADDRESS = /^chrome-extension:\/\/[a-z]+\/([\w.-]+)/;

/** The open side panel, driven through the DevTools protocol. Selectors are CSS; texts are what a person reads. */
export class SidePanel {
  #session: TargetSession;

  private constructor(session: TargetSession) {
    this.#session = session;
  }

  /** Attaches to the panel once it is open with this page. @throws after `timeout` ms without one */
  static async find(cdp: CDPSession, timeout = 10_000, page = 'sidepanel.html'): Promise<SidePanel> {
    const end = Date.now() + timeout;
    while (Date.now() < end) {
      const target = await SidePanel.target(cdp, page);
      if (target) return new SidePanel(await TargetSession.attach(cdp, target));
      await wait(100);
    }
    throw new Error('no side panel opened');
  }

  static async isOpen(cdp: CDPSession): Promise<boolean> {
    return (await SidePanel.target(cdp, 'sidepanel.html')) !== undefined;
  }

  private static async target(cdp: CDPSession, page: string): Promise<string | undefined> {
    const { targetInfos } = await cdp.send('Target.getTargets');
    return targetInfos.find(({ url, type }) => ADDRESS.exec(url)?.[1] === page && type !== 'iframe')
      ?.targetId;
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.#session.evaluate<T>(expression);
  }

  /** Visible text of the panel or of the first element that fits. */
  text(selector = 'body'): Promise<string> {
    return this.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`);
  }

  /** Waits until the panel's text contains `wanted`. */
  async waitForText(wanted: string | RegExp, timeout = 10_000): Promise<string> {
    const end = Date.now() + timeout;
    let text = '';
    while (Date.now() < end) {
      text = await this.text();
      if (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) return text;
      await wait(100);
    }
    throw new Error(`the panel never said ${wanted}; it says:\n${text}`);
  }

  /** A real mouse click in the middle of the first element whose own text or label contains `name`. */
  async clickText(name: string): Promise<void> {
    const box = await this.evaluate<{ x: number; y: number } | null>(
      `(() => {
        const wanted = ${JSON.stringify(name)};
        const all = [...document.querySelectorAll('button, a, summary, [role=button], label, input')];
        const hit = all.find((e) => (e.innerText || e.getAttribute('aria-label') || '').includes(wanted));
        if (!hit) return null;
        hit.scrollIntoView({ block: 'center' });
        const r = hit.getBoundingClientRect();
        return { x: r.x + r.width / 2, y: r.y + r.height / 2 };
      })()`,
    );
    if (!box) throw new Error(`nothing in the panel is called ${name}`);
    const mouse = { ...box, button: 'left', clickCount: 1 };
    await this.#session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
    await this.#session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
  }

  /** Presses a key of the keyboard, as often as told, one press every `pause` ms. */
  async press(key: string, code: number, times = 1, pause = 0): Promise<void> {
    const event = { key, code: key, windowsVirtualKeyCode: code };
    for (let time = 0; time < times; time++) {
      await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
      await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
      if (pause > 0) await wait(pause);
    }
  }

  async screenshot(path: string): Promise<void> {
    const { data } = (await this.#session.send('Page.captureScreenshot', { format: 'png' })) as {
      data: string;
    };
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  async detach(): Promise<void> {
    await this.#session.detach();
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
