import type { PageHandlers } from '../../lib/messaging/server.ts';
import { dueList } from './due-list.ts';
import { mayShow, workerState } from './view.ts';
import type { Worker } from './worker.ts';

type NoteVerb =
  | 'notes'
  | 'report'
  | 'told'
  | 'discardNote'
  | 'answersRead'
  | 'reports'
  | 'answerReport'
  | 'dueList';

/** Reports, their answers, what customers were told, and who is due. */
export function noteVerbs(worker: Worker): Pick<PageHandlers, NoteVerb> {
  return {
    async notes({ accountId }) {
      await worker.ready;
      return mayShow(worker) ? worker.notes.ofAccount(accountId) : { accountId, reports: [], told: null };
    },
    async report({ input }) {
      await worker.ready;
      return worker.notes.add({ kind: 'feedback', input });
    },
    async told({ input }) {
      await worker.ready;
      return worker.notes.add({ kind: 'communication', input });
    },
    async discardNote({ id }) {
      await worker.ready;
      await worker.notes.discard(id);
      return workerState(worker);
    },
    async answersRead({ ids }) {
      await worker.ready;
      await worker.notes.markRead(ids);
      return workerState(worker);
    },
    async reports() {
      await worker.ready;
      return mayShow(worker) ? worker.notes.reports() : { own: [], open: null, error: null };
    },
    async answerReport({ id, text }) {
      await worker.ready;
      const error = await worker.notes.answer(id, text);
      return error === null ? { ok: true } : { ok: false, error };
    },
    async dueList({ limit }) {
      await worker.ready;
      return mayShow(worker) ? dueList(worker, limit) : [];
    },
  };
}
