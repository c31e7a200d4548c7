import { expect, it, vi } from 'vitest';
import { createHeadingAnswers } from './heading-answers.ts';

it('asks each heading once and tells when the answer is there', async () => {
  const confirm = vi.fn(async () => 'same' as const);
  const onAnswer = vi.fn();
  const answers = createHeadingAnswers(confirm, onAnswer);
  expect(answers.answerFor('A')).toBe('pending');
  expect(answers.answerFor('A')).toBe('pending');
  await vi.waitFor(() => expect(onAnswer).toHaveBeenCalledTimes(1));
  expect(answers.answerFor('A')).toBe('same');
  expect(confirm).toHaveBeenCalledTimes(1);
});

it('takes no answer for no confirmation', async () => {
  const answers = createHeadingAnswers(
    async () => null,
    () => undefined,
  );
  answers.answerFor('A');
  await vi.waitFor(() => expect(answers.answerFor('A')).toBe('different'));
});

it('stops asking on a page that keeps drawing new headings', () => {
  const confirm = vi.fn(async () => 'unknown' as const);
  const answers = createHeadingAnswers(confirm, () => undefined);
  for (let i = 0; i < 100; i++) answers.answerFor(`heading ${i}`);
  expect(confirm.mock.calls.length).toBeLessThan(20);
});

it('asks again after it was told to forget', async () => {
  const confirm = vi.fn(async () => 'unknown' as const);
  const answers = createHeadingAnswers(confirm, () => undefined);
  answers.answerFor('A');
  answers.forget();
  expect(answers.answerFor('A')).toBe('pending');
  expect(confirm).toHaveBeenCalledTimes(2);
});
