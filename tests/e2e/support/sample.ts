import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDay } from '../../../api/local-day.ts';
import { type PublishedChanges, publishChanges } from '../../../api/publish/publish-changes.ts';
import { type Server, startServer } from '../../../api/server.ts';
import type { Session } from '../../../api/store/store.ts';
import { readCrmData } from '../../../demo/crm/crm-data.ts';
import { startSampleCrm } from '../../../demo/crm/crm-server.ts';
import { findHighlights, type Highlight } from '../../../demo/highlights.ts';
import { prepareSample } from '../../../demo/prepare-sample.ts';
import { companyFolder } from '../../../demo/sample-home.ts';
import type { Role } from '../../../lib/contract/me.ts';
import { projectRoot } from '../../support/source-files.ts';

/** Made once per run, copied for each worker: import and judgement take seconds, a copy does not. */
export const sampleTemplate = join(projectRoot, 'test-results', 'sample');

export interface RunningSample {
  apiUrl: string;
  crmUrl: string;
  token(role: Role): string;
  /** Accounts that show one state each, as the team lead sees them. */
  highlights: readonly Highlight[];
  read<T>(work: (db: Session['db']) => Promise<T>): Promise<T>;
  /** Writes to the company's data and publishes what that changes, as an import does. */
  change(work: (db: Session['db']) => Promise<unknown>): Promise<PublishedChanges>;
  /** Stops the API as if its machine were switched off; the CRM goes on. */
  stopApi(): Promise<void>;
  /** Starts it again at the same address. */
  startApi(): Promise<void>;
  close(): Promise<void>;
}

/** Imports and publishes the sample company anew. */
export async function makeSampleTemplate(): Promise<void> {
  rmSync(sampleTemplate, { recursive: true, force: true });
  const { store } = await prepareSample({
    home: sampleTemplate,
    today: localDay(new Date()),
    say: (line) => console.log(line),
  });
  await store.close();
}

/** API and CRM of the sample company on free ports, over a copy of the template. */
export async function startTestSample(): Promise<RunningSample> {
  const home = mkdtempSync(join(tmpdir(), 'tierlens-sample-'));
  cpSync(sampleTemplate, home, { recursive: true });
  const { store, tokens } = await prepareSample({
    home,
    today: localDay(new Date()),
    say: (line) => {
      throw new Error(`the template does not fit: ${line}`);
    },
  });
  let api: Server | null = await startServer(store, { port: 0 });
  const apiUrl = api.url;
  const data = await readCrmData(companyFolder(home));
  const highlights = await findHighlights(apiUrl, tokens.lead, data.accounts);
  const crm = await startSampleCrm(data, null, { port: 0 });
  return {
    apiUrl,
    crmUrl: crm.url,
    token: (role) => tokens[role],
    highlights,
    read: (work) => store.write(({ db }) => work(db)),
    async change(work) {
      await store.write(({ db }) => work(db));
      return publishChanges(store, { now: new Date() });
    },
    async stopApi() {
      await api?.close();
      api = null;
    },
    async startApi() {
      api ??= await startServer(store, { port: Number(new URL(apiUrl).port) });
    },
    async close() {
      await crm.close();
      await api?.close();
      await store.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
