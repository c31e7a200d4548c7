import type { OutboxEntry, ReportsRecord } from '../../lib/cache/database.ts';
import type { Communication } from '../../lib/contract/communications.ts';
import type { Feedback } from '../../lib/contract/feedback.ts';
import type { NoteStatus, ReportView, ToldView } from '../../lib/contract/notes.ts';
import { byCodeUnit } from '../../lib/util/code-unit-order.ts';

/** A report the API knows. */
export function reportView(item: Feedback, { read }: Pick<ReportsRecord, 'read'>): ReportView {
  const { id, accountId, kind, text, seen, answer } = item;
  const unread = answer !== null && !read.includes(id);
  return { id, accountId, kind, text, seen, answer, unread, at: item.createdAt, status: 'sent' };
}

/** All of the user's own reports, what still waits first. */
export function reportsOf(entries: readonly OutboxEntry[], reports: ReportsRecord): ReportView[] {
  const waiting = entries.flatMap((entry): ReportView[] => {
    if (entry.kind !== 'feedback') return [];
    const { id, accountId, kind, text, seen } = entry.input;
    const { queuedAt: at } = entry;
    return [{ id, accountId, kind, text, seen, at, answer: null, unread: false, status: statusOf(entry) }];
  });
  const ids = new Set(waiting.map(({ id }) => id));
  const known = reports.items.filter(({ id }) => !ids.has(id)).map((item) => reportView(item, reports));
  return [...waiting.reverse(), ...known];
}

/** What one customer was told, newest first; null where nobody knows. */
export function toldOf(
  entries: readonly OutboxEntry[],
  items: readonly Communication[] | null,
  accountId: string,
): ToldView[] | null {
  const waiting = entries.flatMap((entry): ToldView[] =>
    entry.kind === 'communication' && entry.input.accountId === accountId
      ? [{ ...entry.input, by: null, own: true, status: statusOf(entry) }]
      : [],
  );
  if (items === null && waiting.length === 0) return null;
  const ids = new Set(waiting.map(({ id }) => id));
  const known = (items ?? []).filter(({ id }) => !ids.has(id));
  const all = [...waiting.reverse(), ...known.map((item): ToldView => ({ ...item, status: 'sent' }))];
  return all.sort((a, b) => byCodeUnit(b.toldOn, a.toldOn));
}

function statusOf({ refused }: OutboxEntry): NoteStatus {
  return refused ? 'refused' : 'queued';
}
