import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Channel } from '../../lib/contract/communications.ts';
import type { FeedbackKind, FiguresSeen } from '../../lib/contract/feedback.ts';
import type { AccountNotes } from '../../lib/contract/notes.ts';
import type { PageClient } from '../../lib/messaging/page-client.ts';

export interface NotesStore {
  /** Of the account shown; null until the worker has answered. */
  notes: AccountNotes | null;
  /** Shows the notes of another account. */
  show(accountId: string | null): Promise<void>;
  report(kind: FeedbackKind, text: string, seen: FiguresSeen): Promise<boolean>;
  told(level: string, toldOn: string, channel: Channel): Promise<boolean>;
  discard(id: string): Promise<void>;
  answersShown(ids: readonly string[]): Promise<void>;
}

/**
 * Reports and told log of the account on the screen, kept up to date by the worker's events until `signal`.
 * @param randomId a new id, e.g. `crypto.randomUUID`: an entry that is sent twice is stored once
 */
export function createNotesStore(
  client: PageClient,
  randomId: () => string,
  signal: AbortSignal,
): StoreApi<NotesStore> {
  let shownId: string | null = null;
  const store = createStore<NotesStore>((set) => {
    const take = (notes: AccountNotes): void => {
      if (notes.accountId === shownId) set({ notes });
    };
    const ask = async (): Promise<void> => {
      if (shownId === null) return set({ notes: null });
      await client.ask({ verb: 'notes', accountId: shownId }).then(take, () => {});
    };
    const write = async (sent: Promise<AccountNotes>): Promise<boolean> => {
      try {
        take(await sent);
        return true;
      } catch {
        return false;
      }
    };
    return {
      notes: null,
      show: async (accountId) => {
        if (accountId !== shownId) set({ notes: null });
        shownId = accountId;
        await ask();
      },
      report: async (kind, text, seen) => {
        if (shownId === null) return false;
        const input = { id: randomId(), accountId: shownId, kind, text, seen };
        return write(client.ask({ verb: 'report', input }));
      },
      told: async (level, toldOn, channel) => {
        if (shownId === null) return false;
        const input = { id: randomId(), accountId: shownId, level, toldOn, channel };
        return write(client.ask({ verb: 'told', input }));
      },
      discard: async (id) => {
        await client.ask({ verb: 'discardNote', id }).catch(() => {});
        await ask();
      },
      answersShown: async (ids) => {
        await client.ask({ verb: 'answersRead', ids: [...ids] }).catch(() => {});
      },
    };
  });
  client.onEvent((event) => {
    if (event.event === 'notes') void store.getState().show(shownId);
  }, signal);
  return store;
}
