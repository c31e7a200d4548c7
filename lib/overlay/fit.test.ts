import { describe, expect, it } from 'vitest';
import { fitsOnLine, type TitleMeasure } from './fit.ts';

const title: TitleMeasure = {
  text: { left: 20, right: 220, top: 50, bottom: 80 },
  cut: false,
  rowHeight: 32,
};
const clip = { left: 0, right: 1_200, top: -Infinity, bottom: Infinity };
const host = { left: 226, right: 362, top: 53, bottom: 77 };

describe('room on the title line', () => {
  it('is there beside the text', () => {
    expect(fitsOnLine(title, title, host, clip)).toBe(true);
  });

  it('is there before the text on right-to-left pages', () => {
    expect(fitsOnLine(title, title, { ...host, left: -150, right: -14 }, { ...clip, left: -200 })).toBe(true);
  });

  it.each<[string, Partial<TitleMeasure>, object, object]>([
    ['the host wraps to the next line', {}, { top: 84, bottom: 108 }, {}],
    ['the text wraps', { text: { ...title.text, bottom: 110 } }, {}, {}],
    ['the row grows', { rowHeight: 40 }, {}, {}],
    ['the text is cut off now', { cut: true }, {}, {}],
    ['the host sticks out of its container', {}, {}, { right: 300 }],
    ['the host lies upon the text', {}, { left: 180, right: 316 }, {}],
    ['a container cuts the line off', {}, {}, { bottom: 60 }],
  ])('is not there when %s', (_, after, moved, cut) => {
    expect(fitsOnLine(title, { ...title, ...after }, { ...host, ...moved }, { ...clip, ...cut })).toBe(false);
  });

  it('does not ask the CRM to mend a title it cuts off itself', () => {
    const cut = { ...title, cut: true };
    expect(fitsOnLine(cut, cut, host, clip)).toBe(true);
  });
});
