import { expect, it, vi } from 'vitest';
import { createHeadingAnswers } from './heading-answers.ts';

it('asks each heading once and tells when the answer is there', async () => {
  const confirm = vi.fn(async () => 'same' as const);
  const onAnswer = vi.fn();
  const answers = createHeadingAnswers(confirm, onAnswer, new Set(), 'k');
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
    new Set(),
    'k',
  );
  answers.answerFor('A');
  await vi.waitFor(() => expect(answers.answerFor('A')).toBe('different'));
});

it('stops asking on a page that keeps drawing new headings', () => {
  const confirm = vi.fn(async () => 'unknown' as const);
  const answers = createHeadingAnswers(confirm, () => undefined, new Set(), 'k');
  for (let i = 0; i < 100; i++) answers.answerFor(`heading ${i}`);
  expect(confirm.mock.calls.length).toBeLessThan(20);
});

it('asks again after it was told to forget', async () => {
  const confirm = vi.fn(async () => 'unknown' as const);
  const answers = createHeadingAnswers(confirm, () => undefined, new Set(), 'k');
  answers.answerFor('A');
  answers.forget();
  expect(answers.answerFor('A')).toBe('pending');
  expect(confirm).toHaveBeenCalledTimes(2);
});

it('remembers a yes for its record when the page comes back to it', async () => {
  const confirmed = new Set<string>();
  const confirm = vi.fn(async () => 'same' as const);
  const pageOf = (key: string) => createHeadingAnswers(confirm, () => undefined, confirmed, key);
  pageOf('a').answerFor('A');
  await vi.waitFor(() => expect(confirmed.size).toBe(1));
  expect(pageOf('a').answerFor('A')).toBe('same');
  expect(confirm).toHaveBeenCalledTimes(1);
  expect(pageOf('b').answerFor('A'), 'not for another record').toBe('pending');
});
