import type { Contact, Visible } from '../cache/database.ts';
import type { SyncPhase, SyncStatus } from '../contract/page-messages.ts';
import type { SyncState } from './machine-types.ts';

/** What pages show of the sync. */
export function syncStatus(state: SyncState, visible: Visible | null, contact: Contact | null): SyncStatus {
  return {
    phase: phaseOf(state, visible !== null),
    ...progressOf(state),
    error: 'error' in state ? state.error : null,
    syncedAt: contact?.serverTime ?? null,
    asOf: visible?.manifest.evaluation.asOf ?? null,
    accounts: visible === null ? 0 : countAccounts(visible),
  };
}

/** A question that most often ends in "nothing new" does not flicker: syncing shows from the manifest on. */
function phaseOf(state: SyncState, hasData: boolean): SyncPhase {
  switch (state.name) {
    case 'booting':
    case 'idle':
      return 'error' in state && state.error !== null ? 'error' : 'idle';
    case 'signed-out':
      return state.locked ? 'locked' : 'signed-out';
    case 'asking':
      if (state.attempt > 0) return 'offline';
      return hasData ? 'idle' : 'syncing';
    case 'listing':
    case 'fetching':
    case 'switching':
      return 'syncing';
    case 'waiting':
      return state.error === 'api-unreachable' ? 'offline' : 'error';
    case 'clearing':
      return state.next === 'signed-out' ? 'signed-out' : 'syncing';
  }
}

function progressOf(state: SyncState): { done: number; total: number } {
  if (state.name === 'fetching') return { done: state.done, total: state.total };
  if (state.name === 'switching') return { done: state.total, total: state.total };
  return { done: 0, total: 0 };
}

function countAccounts(visible: Visible): number {
  const words = visible.manifest.scopes.flatMap(({ layers }) =>
    layers.filter(({ layer }) => layer === 'words'),
  );
  return words.reduce((sum, { accounts }) => sum + accounts, 0);
}
