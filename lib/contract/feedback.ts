import { z } from 'zod';
import { CareMeter, UserState } from './words-row.ts';

const Cents = z.int();
const Moment = z.iso.datetime();

export const FEEDBACK_KINDS = ['wrong_customer', 'revenue_missing', 'activity_missing', 'other'] as const;
export const FeedbackKind = z.enum(FEEDBACK_KINDS);
export type FeedbackKind = z.infer<typeof FeedbackKind>;

/** What the reporter had before their eyes: an answer has to be about that, not about today's figures. */
export const FiguresSeen = z.object({
  /** When they saw it, by their clock. */
  at: Moment,
  recordKey: z.string().max(2_000),
  name: z.string().max(500),
  /** Figures up to, `YYYY-MM-DD`. */
  asOf: z.string().max(10).nullable(),
  policyVersion: z.string().max(100),
  tier: z.string().max(100),
  level: z.string().max(100),
  assignedLevel: z.string().max(100),
  state: UserState.unwrap(),
  care: z.array(CareMeter).max(20),
  /** Amounts, cents; null for roles that see none. */
  money: z.object({ net: Cents, db2: Cents, cts: Cents, db3: Cents, currency: z.string().max(3) }).nullable(),
});
export type FiguresSeen = z.infer<typeof FiguresSeen>;

/** `POST /v1/feedback`. The sender makes the id, so that a queue may send again without harm. */
export const FeedbackInput = z.object({
  id: z.uuid(),
  accountId: z.string().min(1).max(255),
  kind: FeedbackKind,
  text: z.string().max(2_000),
  seen: FiguresSeen,
});
export type FeedbackInput = z.infer<typeof FeedbackInput>;

export const FeedbackAnswer = z.object({ text: z.string(), by: z.string(), at: Moment });
export type FeedbackAnswer = z.infer<typeof FeedbackAnswer>;

export const Feedback = FeedbackInput.extend({
  kind: FeedbackKind.catch('other'),
  createdAt: Moment,
  /** True for the caller's own reports. */
  own: z.boolean(),
  /** Name of the reporter: for operations and for oneself, null for others. */
  reporter: z.string().nullable(),
  answer: FeedbackAnswer.nullable(),
});
export type Feedback = z.infer<typeof Feedback>;

/** `GET /v1/feedback`: newest first. */
export const FeedbackList = z.object({ feedback: z.array(Feedback) });
export type FeedbackList = z.infer<typeof FeedbackList>;

/** `POST /v1/feedback/{id}/answer`: operations only; answering again corrects the answer. */
export const AnswerInput = z.object({ text: z.string().trim().min(1).max(2_000) });
export type AnswerInput = z.infer<typeof AnswerInput>;
