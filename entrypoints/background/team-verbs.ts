import type { TeamOverlaysInput } from '../../lib/contract/me.ts';
import { TOGGLES } from '../../lib/contract/me.ts';
import type { PageResponses } from '../../lib/contract/page-messages.ts';
import { SyncError } from '../../lib/errors/sync-error.ts';
import type { PageHandlers } from '../../lib/messaging/server.ts';
import { errorCodeOf } from '../../lib/sync/error-code.ts';
import { workerState } from './view.ts';
import type { Worker } from './worker.ts';

type TeamVerb = 'setTeamOverlay' | 'setTeamTerms';

/** What a lead sets for the team. The API stores it and judges who may; members have it with their next poll. */
export function teamVerbs(worker: Worker): Pick<PageHandlers, TeamVerb> {
  return {
    setTeamOverlay: ({ toggle, on }) =>
      store(worker, (now) => ({ ...now, settings: { ...now.settings, [toggle]: on } })),
    setTeamTerms: ({ until, locked }) =>
      store(worker, ({ settings }) => ({
        // A lock holds what the lead sees: a toggle nobody has touched is on.
        settings: locked ? { ...ALL_ON, ...settings } : settings,
        until,
        locked,
      })),
  };
}

const ALL_ON = Object.fromEntries(TOGGLES.map((toggle) => [toggle, true]));

async function store(
  worker: Worker,
  change: (now: TeamOverlaysInput) => TeamOverlaysInput,
): Promise<PageResponses[TeamVerb]> {
  await worker.ready;
  const connection = await worker.connection();
  const team = worker.me?.team ?? null;
  if (connection === null || team === null) return { ok: false, error: 'wrong-token' };
  const input = change(inForce(worker));
  try {
    await worker.api(connection).putTeamOverlays(team, input, AbortSignal.timeout(20_000));
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return { ok: false, error: errorCodeOf(error.kind) };
  }
  await worker.sync.tick(true);
  return { ok: true, state: workerState(worker) };
}

/** What is set now; nothing once its last day has passed, since the last poll may be older than that. */
function inForce(worker: Worker): TeamOverlaysInput {
  const set = worker.me?.overlays ?? null;
  if (set === null || (set.until !== null && set.until < worker.today())) {
    return { settings: {}, until: null, locked: false };
  }
  const { settings, until, locked } = set;
  return { settings, until, locked };
}
