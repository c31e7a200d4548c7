import { expect, it } from 'vitest';
import { hash64 } from '../../util/hash64.ts';
import { hashOfLine, parseSegmentLine } from './segment-line.ts';

it('a line says its hash, or its row’s first record key does', () => {
  expect(hashOfLine({ h: '0a', row: { keys: ['x'] } })).toBe('0a');
  expect(hashOfLine({ row: { keys: ['x', 'y'] } })).toBe(hash64('x'));
  for (const row of [null, 7, {}, { keys: [] }, { keys: [7] }, { keys: 'x' }])
    expect(hashOfLine({ row })).toBeNull();
});

it('what is no line is none', () => {
  expect(parseSegmentLine('{"row":{}}')).toEqual({ row: {} });
  for (const text of ['', '7', 'null', '{"row":']) expect(parseSegmentLine(text)).toBeNull();
});
