import { defineBackground } from 'wxt/utils/define-background';
import { createMessageServer } from '../../lib/messaging/server.ts';
import { discreetEnd, isDiscreet } from '../../lib/settings/discreet.ts';
import { coalesced } from '../../lib/util/coalesced.ts';
import { createBroadcast, tellRecordChanged } from './broadcast.ts';
import { contentVerbs } from './content-verbs.ts';
import { reconcile, welcome } from './installation.ts';
import { pollIfOlder, runJobs, schedule } from './jobs.ts';
import { pageVerbs } from './page-verbs.ts';
import { openPanel } from './panel.ts';
import { prepareLookups } from './prepare-lookups.ts';
import { forgetTab, onTabUpdated } from './tab-life.ts';
import { Worker } from './worker.ts';

/** Of the extension; the build puts it here (`wxt.config.ts`). */
declare const VERSION: string;

const DISCREET_MINUTES = 60;
const JOBS_AFTER_START_MS = 50;
const BROADCAST_MS = 50;

/**
 * Wiring only. Every listener is added in the first turn, or the browser would not wake the worker for it. One file,
 * not a module: each file that a module imports would be waited for at every start.
 */
export default defineBackground(main);

function main(): void {
  const worker = new Worker(chrome, undefined, VERSION);
  // A sync goes through its states faster than anybody can look.
  const broadcast = coalesced(createBroadcast(worker), BROADCAST_MS);
  worker.onChange = () => {
    broadcast();
    // A wait that has just begun ends earlier than the alarm that was set before it.
    if (worker.sync.state.name === 'waiting') void worker.ready.then(() => schedule(worker));
  };

  const { runtime, alarms, tabs, windows, commands, permissions, storage } = chrome;
  const server = createMessageServer({
    extensionId: runtime.id,
    extensionUrl: runtime.getURL('/'),
    content: contentVerbs(worker),
    page: pageVerbs(worker),
  });
  runtime.onMessage.addListener(server);
  runtime.onInstalled.addListener(({ reason }) => {
    void reconcile(worker);
    if (reason === 'install') void welcome(worker);
  });
  runtime.onStartup.addListener(() => void reconcile(worker));
  permissions.onAdded.addListener(() => void reconcile(worker));
  permissions.onRemoved.addListener(() => void reconcile(worker));
  storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void worker.ready.then(() => worker.reload()).then(() => worker.onChange());
  });
  alarms.onAlarm.addListener(() => void runJobs(worker));
  tabs.onActivated.addListener(({ windowId }) => {
    void worker.ready.then(() => {
      tellRecordChanged(worker, windowId);
      pollIfOlder(worker);
    });
  });
  tabs.onUpdated.addListener((tabId, change, tab) => void onTabUpdated(worker, tabId, change, tab));
  tabs.onRemoved.addListener((tabId) => void forgetTab(worker, tabId));
  windows.onFocusChanged.addListener((windowId) => {
    if (windowId !== windows.WINDOW_ID_NONE) void worker.ready.then(() => pollIfOlder(worker));
  });
  commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') void openPanel(chrome, tab?.windowId ?? null);
    if (command === 'discreet') void toggleDiscreet(worker);
  });
  // A look-up that cannot be prepared for says so itself.
  worker.settled.then(() => prepareLookups(worker)).catch(() => {});
  // Whoever has woken the worker is answered first.
  void worker.awake.then(() => setTimeout(() => void runJobs(worker), JOBS_AFTER_START_MS));
}

async function toggleDiscreet(worker: Worker): Promise<void> {
  await worker.ready;
  await worker.change(({ discreetUntil }) => {
    const minutes = isDiscreet(discreetUntil, worker.now()) ? 0 : DISCREET_MINUTES;
    return { discreetUntil: discreetEnd(minutes, worker.now()) };
  });
  await runJobs(worker);
}
