import type { HeadingAnswer } from './heading-settle.ts';

/** Asks each heading text once; while the answer is awaited it is `pending`. */
export interface HeadingAnswers {
  answerFor(heading: string): HeadingAnswer;
  forget(): void;
}

/** A page that draws ever new headings gets no more than this many questions through. */
const LIMIT = 12;

export function createHeadingAnswers(
  confirm: (heading: string) => Promise<'same' | 'different' | 'unknown' | null>,
  onAnswer: () => void,
): HeadingAnswers {
  const answers = new Map<string, HeadingAnswer>();
  return {
    forget: () => answers.clear(),
    answerFor(heading) {
      const answer = answers.get(heading);
      if (answer) return answer;
      if (answers.size >= LIMIT) return 'different';
      answers.set(heading, 'pending');
      void confirm(heading).then((said) => {
        // No answer at all: the worker is gone or busy, and the heading is as good as unconfirmed.
        answers.set(heading, said ?? 'different');
        onAnswer();
      });
      return 'pending';
    },
  };
}
