import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { UserError } from '../../api/user-error.ts';
import { ensureBrowser } from '../../setup.mjs';

interface Reply {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
}
type Listener = (method: string, params: Record<string, unknown>) => void;

/**
 * A browser driven over the DevTools pipe by nothing but what is asked for. Playwright attaches to every worker, stops
 * it at its start and listens to its network: it would be measured along.
 */
export class Browser {
  readonly #process: ChildProcess;
  readonly #out: Writable;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  readonly #listeners = new Map<string, Listener>();
  #last = 0;
  #rest = '';

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.#out = process.stdio[3] as Writable;
    const input = process.stdio[4] as Readable;
    input.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    process.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has ended'));
    });
  }

  /** @param profile folder of the profile; use it again to start the same browser again */
  static async launch(profile: string): Promise<Browser> {
    const path = ensureBrowser();
    if (!path || !existsSync(path))
      throw new UserError('There is no browser to measure with: set CHROME_PATH.');
    const child = spawn(
      path,
      [
        `--user-data-dir=${profile}`,
        '--remote-debugging-pipe',
        '--enable-unsafe-extension-debugging',
        '--headless=new',
        '--disable-gpu',
        '--window-size=1280,800',
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-component-extensions-with-background-pages',
        '--disable-sync',
        '--disable-quic',
        '--disable-features=Translate',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const browser = new Browser(child);
    await browser.send('Browser.getVersion');
    return browser;
  }

  get pid(): number {
    return this.#process.pid as number;
  }

  send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#last;
    this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    return new Promise<T>((resolve, reject) => this.#waiting.set(id, { resolve: resolve as never, reject }));
  }

  /** Hears the events of a session; one listener each. */
  listen(sessionId: string, listener: Listener): void {
    this.#listeners.set(sessionId, listener);
  }

  /** Loads an unpacked extension. @returns its id */
  async load(folder: string): Promise<string> {
    return (await this.send<{ id: string }>('Extensions.loadUnpacked', { path: folder })).id;
  }

  async close(): Promise<void> {
    const over = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.send('Browser.close').catch(() => {});
    await over;
  }

  #read(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) this.#take(JSON.parse(message) as Reply);
  }

  #take({ id, method, params, sessionId, result, error }: Reply): void {
    if (id === undefined) {
      if (method !== undefined) this.#listeners.get(sessionId ?? '')?.(method, params ?? {});
      return;
    }
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  }
}
