import { FOCUS_POLL_MS, isPollDue, nextWake, type Wall } from '../../lib/sync/schedule.ts';
import type { Worker } from './worker.ts';

const ALARM = 'tierlens';

/** Does what is due by the wall clock and sets the one alarm to what comes next. */
export async function runJobs(worker: Worker): Promise<void> {
  await worker.ready;
  if (isPollDue(await readWall(worker))) await worker.sync.tick();
  // A discreet mode that has ended shows everything again.
  worker.onChange();
  await schedule(worker);
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** The alarm wakes a stopped worker, at the earliest after 30 s; the timer is for shorter waits of a living one. */
export async function schedule(worker: Worker): Promise<void> {
  const wall = await readWall(worker);
  const when = nextWake(wall);
  await worker.browser.alarms.create(ALARM, { when });
  clearTimeout(timer);
  if (when - wall.now < 30_000) timer = setTimeout(() => void runJobs(worker), when - wall.now);
}

/** A CRM page that opens or comes to the front brings data older than a minute up to date. */
export function pollIfOlder(worker: Worker): void {
  const at = contactAt(worker);
  if (at === null || at > worker.now() || worker.now() - at > FOCUS_POLL_MS) void runJobs(worker);
  else void schedule(worker);
}

async function readWall(worker: Worker): Promise<Wall> {
  const { state } = worker.sync;
  const discreet = worker.user.discreetUntil === null ? null : Date.parse(worker.user.discreetUntil);
  const now = worker.now();
  return {
    now,
    watched: await isWatched(worker),
    contactAt: contactAt(worker),
    unfinished: worker.sync.unfinished,
    retryAt: state.name === 'waiting' ? state.until : null,
    discreetUntil: discreet !== null && discreet > now ? discreet : null,
  };
}

/** Time of the last contact by our own clock. */
function contactAt(worker: Worker): number | null {
  const { contact } = worker;
  return contact === null ? null : Date.parse(contact.serverTime) - contact.offsetMs;
}

async function isWatched(worker: Worker): Promise<boolean> {
  const { browser, granted } = worker;
  if (granted.length > 0 && (await browser.tabs.query({ url: [...granted] })).length > 0) return true;
  const contexts = await browser.runtime.getContexts({}).catch(() => []);
  return contexts.some(({ contextType }) => contextType !== 'BACKGROUND');
}
