import { z } from 'zod';
import type { Communication } from './communications.ts';
import { CommunicationInput } from './communications.ts';
import type { Feedback, FeedbackAnswer, FeedbackKind, FiguresSeen } from './feedback.ts';
import { FeedbackInput } from './feedback.ts';
import type { ErrorCode } from './page-messages.ts';

const Id = z.string().min(1).max(255);

/** What pages ask about reports, their answers and what customers were told. */
export const NOTE_REQUESTS = [
  z.object({ verb: z.literal('notes'), accountId: Id }),
  z.object({ verb: z.literal('report'), input: FeedbackInput }),
  z.object({ verb: z.literal('told'), input: CommunicationInput }),
  /** Drops an entry that waits or was refused. */
  z.object({ verb: z.literal('discardNote'), id: Id }),
  /** The answers to these reports have been shown. */
  z.object({ verb: z.literal('answersRead'), ids: z.array(Id).max(500) }),
  z.object({ verb: z.literal('reports') }),
  z.object({ verb: z.literal('answerReport'), id: Id, text: z.string().min(1).max(2_000) }),
  /** Best customers with care owed: one's own, for leads and operations those of their territories. */
  z.object({ verb: z.literal('dueList'), limit: z.int().min(1).max(100) }),
] as const;

/** `queued`: sent by itself once the API can be reached. `refused`: the API will not take it. */
export type NoteStatus = 'queued' | 'refused' | 'sent';

/** One of the user's own reports. */
export interface ReportView {
  id: string;
  accountId: string;
  kind: FeedbackKind;
  text: string;
  /** ISO time. */
  at: string;
  seen: FiguresSeen;
  status: NoteStatus;
  answer: FeedbackAnswer | null;
  /** The answer has not been shown yet. */
  unread: boolean;
}

export interface ToldView extends Communication {
  status: NoteStatus;
}

export interface AccountNotes {
  accountId: string;
  /** Newest first. */
  reports: ReportView[];
  /** Newest first, what waits included; null where the log was never fetched, so that nobody knows. */
  told: ToldView[] | null;
}

export interface ReportsView {
  own: ReportView[];
  /** For operations: what waits for an answer; null for others and where the API cannot be reached. */
  open: Feedback[] | null;
  error: ErrorCode | null;
}

export interface DueEntry {
  id: string;
  name: string;
  key: string;
  tier: string;
  owed: readonly (readonly [type: string, count: number])[];
  /** Address of the record in the CRM, null where it is not known. */
  url: string | null;
}

/** What popup and panel show without asking: answers not read yet, entries not sent yet, open reports. */
export interface NoteCounts {
  unread: number;
  queued: number;
  /** Operations only. */
  open: number | null;
}
