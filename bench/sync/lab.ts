import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureExtension } from '../../demo/build-extension.ts';
import { buildEcho, buildPeers } from '../peers/build.ts';
import { Browser } from './browser.ts';
import { type Company, startCompany } from './company.ts';
import { storedBytes } from './footprint.ts';

/** What every measurement needs: the server, the built extensions, browsers with fresh profiles. */
export interface Lab {
  company: Company;
  folders: { ours: string; peers: string; echo: string };
  /** Runs work in a browser with a fresh profile. @returns its result and the bytes the profile then stores */
  inBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<{ result: T; disk: number }>;
  say(line: string): void;
}

/** Sets all up, runs, and leaves nothing behind. */
export async function* inLab<T>(run: (lab: Lab) => AsyncIterable<T>): AsyncIterable<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tierlens-bench-'));
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const folders = { ours: '', peers: join(folder, 'peers'), echo: join(folder, 'echo') };
  let profiles = 0;
  let company: Company | null = null;
  try {
    folders.ours = await ensureExtension(say);
    await buildPeers(folders.peers);
    await buildEcho(folders.echo);
    company = await startCompany();
    yield* run({
      company,
      folders,
      say,
      async inBrowser(work) {
        const profile = join(folder, `profile-${++profiles}`);
        const browser = await Browser.launch(profile);
        let result: Awaited<ReturnType<typeof work>>;
        try {
          result = await work(browser);
        } finally {
          await browser.close();
        }
        const disk = storedBytes(profile);
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        return { result, disk };
      },
    });
  } finally {
    await company?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
