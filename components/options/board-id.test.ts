import { expect, it } from 'vitest';
import { boardId } from './board-id.ts';

it('reads a board from its address or its number', () => {
  expect(boardId(' 1234567890 ')).toBe('1234567890');
  expect(boardId('https://acme.monday.com/boards/1234567890/views/2/pulses/3')).toBe('1234567890');
  expect(boardId('acme.monday.com/boards/77')).toBe('77');
  for (const text of ['', 'Accounts', 'https://acme.monday.com/', '/boards/x', '12 34']) {
    expect(boardId(text), text).toBeNull();
  }
});
