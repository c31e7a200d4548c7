import type { HeadingAnswer } from './heading-settle.ts';

/** Asks each heading text once; while the answer is awaited it is `pending`. */
export interface HeadingAnswers {
  answerFor(heading: string): HeadingAnswer;
  forget(): void;
}

/** A page that draws ever new headings gets no more than this many questions through. */
const LIMIT = 12;
/** So many answers of yes are kept. */
const KEPT = 1_000;

/**
 * @param confirmed answers of yes that outlive this page, as `key heading`
 * @param key the page's record
 */
export function createHeadingAnswers(
  confirm: (heading: string) => Promise<'same' | 'different' | 'unknown' | null>,
  onAnswer: () => void,
  confirmed: Set<string>,
  key: string,
): HeadingAnswers {
  const answers = new Map<string, HeadingAnswer>();
  return {
    forget: () => answers.clear(),
    answerFor(heading) {
      const pair = `${key} ${heading}`;
      if (confirmed.has(pair)) return 'same';
      const answer = answers.get(heading);
      if (answer) return answer;
      if (answers.size >= LIMIT) return 'different';
      answers.set(heading, 'pending');
      void confirm(heading).then((said) => {
        // No answer at all: the worker is gone or busy, and the heading is as good as unconfirmed.
        answers.set(heading, said ?? 'different');
        if (confirmed.size > KEPT) confirmed.clear();
        if (said === 'same') confirmed.add(pair);
        onAnswer();
      });
      return 'pending';
    },
  };
}
