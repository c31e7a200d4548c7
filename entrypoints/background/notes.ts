import type { OutboxEntry, ReportsRecord } from '../../lib/cache/database.ts';
import type { Me } from '../../lib/contract/me.ts';
import type { AccountNotes, NoteCounts, ReportsView } from '../../lib/contract/notes.ts';
import type { ErrorCode } from '../../lib/contract/page-messages.ts';
import { SyncError } from '../../lib/errors/sync-error.ts';
import type { ApiClient } from '../../lib/sync/api-client.ts';
import { errorCodeOf } from '../../lib/sync/error-code.ts';
import { sendOutbox } from '../../lib/sync/send-outbox.ts';
import { serially } from '../../lib/util/serially.ts';
import { tellNotesChanged } from './broadcast.ts';
import { reportsOf, reportView, toldOf } from './note-views.ts';
import type { Worker } from './worker.ts';

/** What a customer was told is asked for again after this time (ms). */
const TOLD_MAX_AGE_MS = 30_000;
const TIMEOUT_MS = 20_000;
/** A page waits this long for an entry to be sent before it is shown as queued (ms). */
const PATIENCE_MS = 1_500;

/** Whose notes are meant; null when nobody is signed in. */
interface Owner {
  user: string;
  apiUrl: string;
  api: ApiClient;
}

/** Reports that something is not right and the log of what customers were told: kept here first, sent when possible. */
export class Notes {
  counts: NoteCounts = { unread: 0, queued: 0, open: null };
  readonly #worker: Worker;
  readonly #asking = new Set<string>();
  readonly #flush: () => Promise<void>;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#flush = serially(() => this.#send());
  }

  /** Reads what earlier lives of the worker left. */
  async load(): Promise<void> {
    await this.#count().catch(() => {});
  }

  /** After each contact with the API: sends what waits, and fetches the answers it tells of. */
  async onMe(me: Me): Promise<void> {
    this.counts = { ...this.counts, open: me.feedback?.open ?? null };
    await this.#flush().catch(() => {});
    const { items } = await this.#worker.notebook.reports();
    const answered = items.filter(({ answer }) => answer !== null).length;
    if (me.feedback !== undefined && me.feedback.answered !== answered) {
      await this.#fetchOwn().catch(() => {});
    }
    await this.#count();
  }

  /** Sends what waits now, for as long as the signal allows. */
  async flush(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await Promise.race([this.#flush().catch(() => {}), aborted]);
  }

  /** What is known of one account now; what the API knows besides comes with an event. */
  async ofAccount(accountId: string): Promise<AccountNotes> {
    const owner = await this.#owner();
    if (owner === null) return { accountId, reports: [], told: null };
    const { notebook } = this.#worker;
    const entries = await notebook.outbox(owner.user, owner.apiUrl);
    const told = await notebook.told(accountId);
    if (this.#worker.now() - (told?.at ?? 0) > TOLD_MAX_AGE_MS) void this.#fetchTold(owner, accountId);
    return {
      accountId,
      reports: reportsOf(entries, await notebook.reports()).filter(
        (report) => report.accountId === accountId,
      ),
      told: toldOf(entries, told?.items ?? null, accountId),
    };
  }

  /** Stores an entry, tries to send it, and gives what is then known of its account. */
  async add(
    entry: Pick<OutboxEntry, 'kind'> & { input: { id: string; accountId: string } },
  ): Promise<AccountNotes> {
    const owner = await this.#owner();
    if (owner === null) throw new SyncError('wrong-token');
    const { user, apiUrl } = owner;
    const queuedAt = new Date(this.#worker.now()).toISOString();
    const { id, accountId } = entry.input;
    const queued = { ...entry, id, user, apiUrl, queuedAt, refused: false } as OutboxEntry;
    await this.#worker.notebook.put(queued);
    await this.#count();
    await this.flush(AbortSignal.timeout(PATIENCE_MS));
    return this.ofAccount(accountId);
  }

  async discard(id: string): Promise<void> {
    await this.#worker.notebook.remove(id);
    await this.#changed();
  }

  async markRead(ids: readonly string[]): Promise<void> {
    const reports = await this.#worker.notebook.reports();
    const read = [...new Set([...reports.read, ...ids])];
    if (read.length === reports.read.length) return;
    await this.#worker.notebook.setReports({ ...reports, read });
    await this.#count();
  }

  /** One's own reports, and for operations those of others that wait for an answer. */
  async reports(): Promise<ReportsView> {
    const owner = await this.#owner();
    if (owner === null) return { own: [], open: null, error: 'wrong-token' };
    const { notebook, me } = this.#worker;
    let open: ReportsView['open'] = null;
    let error: ErrorCode | null = null;
    try {
      await this.#fetchOwn();
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      if (me?.role === 'operations') open = await owner.api.feedback('open', timeout);
    } catch (failure) {
      error = failure instanceof SyncError ? errorCodeOf(failure.kind) : 'server-error';
    }
    const entries = await notebook.outbox(owner.user, owner.apiUrl);
    return { own: reportsOf(entries, await notebook.reports()), open, error };
  }

  /** @returns null when the API has taken the answer */
  async answer(id: string, text: string): Promise<ErrorCode | null> {
    const owner = await this.#owner();
    if (owner === null) return 'wrong-token';
    try {
      await owner.api.answerFeedback(id, text, AbortSignal.timeout(TIMEOUT_MS));
    } catch (error) {
      return error instanceof SyncError ? errorCodeOf(error.kind) : 'server-error';
    }
    // The number of open reports comes with the next contact.
    void this.#worker.sync.tick(true);
    return null;
  }

  async #owner(): Promise<Owner | null> {
    const { me } = this.#worker;
    const connection = await this.#worker.connection();
    if (me === null || connection === null) return null;
    return { user: me.user, apiUrl: connection.apiUrl, api: this.#worker.api(connection) };
  }

  async #send(): Promise<void> {
    const owner = await this.#owner();
    if (owner === null) return;
    const { notebook } = this.#worker;
    const entries = await notebook.outbox(owner.user, owner.apiUrl);
    if (!entries.some(({ refused }) => !refused)) return;
    const sent = await sendOutbox(notebook, owner.api, entries, AbortSignal.timeout(TIMEOUT_MS));
    if (sent.feedback.length > 0) {
      const reports = await notebook.reports();
      const ids = new Set(sent.feedback.map(({ id }) => id));
      const items = [...sent.feedback, ...reports.items.filter(({ id }) => !ids.has(id))];
      await notebook.setReports({ ...reports, items });
    }
    for (const entry of sent.communications) {
      const items = (await notebook.told(entry.accountId))?.items ?? [];
      const others = items.filter(({ id }) => id !== entry.id);
      // Age 0: what others have told meanwhile is asked for with the next look.
      await notebook.setTold(entry.accountId, [entry, ...others], 0);
    }
    await this.#changed();
  }

  async #fetchOwn(): Promise<void> {
    const owner = await this.#owner();
    if (owner === null) return;
    const items = await owner.api.feedback('mine', AbortSignal.timeout(TIMEOUT_MS));
    const { notebook } = this.#worker;
    const before: ReportsRecord = await notebook.reports();
    const ids = new Set(items.map(({ id }) => id));
    await notebook.setReports({ items, read: before.read.filter((id) => ids.has(id)) });
    if (JSON.stringify(items) !== JSON.stringify(before.items)) await this.#changed();
  }

  async #fetchTold({ api }: Owner, accountId: string): Promise<void> {
    if (this.#asking.has(accountId)) return;
    this.#asking.add(accountId);
    const { notebook } = this.#worker;
    try {
      const items = await api.communications(accountId, AbortSignal.timeout(TIMEOUT_MS));
      const before = await notebook.told(accountId);
      await notebook.setTold(accountId, items, this.#worker.now());
      if (JSON.stringify(items) !== JSON.stringify(before?.items)) tellNotesChanged(this.#worker);
    } catch {
      // What was heard last stays; the next look asks again.
    } finally {
      this.#asking.delete(accountId);
    }
  }

  async #changed(): Promise<void> {
    await this.#count();
    tellNotesChanged(this.#worker);
  }

  async #count(): Promise<void> {
    const owner = await this.#owner();
    const { notebook } = this.#worker;
    const reports = owner === null ? null : await notebook.reports();
    const entries = owner === null ? [] : await notebook.outbox(owner.user, owner.apiUrl);
    const unread = reports?.items.filter((item) => reportView(item, reports).unread).length ?? 0;
    this.counts = { ...this.counts, unread, queued: entries.length };
    this.#worker.onChange();
  }
}
