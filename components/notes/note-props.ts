import type { Channel } from '../../lib/contract/communications.ts';
import type { FeedbackKind, FiguresSeen } from '../../lib/contract/feedback.ts';
import type { AccountNotes } from '../../lib/contract/notes.ts';

/** What the views of reports and of the told log need; the page fills it from its store. */
export interface NoteProps {
  /** Null until the worker has answered. */
  notes: AccountNotes | null;
  /** Resolves to false where the entry could not even be kept here. */
  onReport(kind: FeedbackKind, text: string, seen: FiguresSeen): Promise<boolean>;
  onTold(level: string, toldOn: string, channel: Channel): Promise<boolean>;
  onDiscard(id: string): void;
  /** Answers to these reports stand on the screen. */
  onAnswersShown(ids: readonly string[]): void;
}
