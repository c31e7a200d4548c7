import { describe, expect, it } from 'vitest';
import { type HoverEvent, type HoverState, hoverIntent } from './hover-intent.ts';

/** Actions over a sequence of events; `!` before an event means a button is down or text is selected. */
function play(...events: readonly string[]): string[] {
  let state: HoverState = 'idle';
  const actions: string[] = [];
  for (const text of events) {
    const busy = text.startsWith('!');
    const [next, ...steps] = hoverIntent(state, text.replace('!', '') as HoverEvent, busy);
    state = next;
    actions.push(...steps);
  }
  return actions;
}

describe('the card', () => {
  it('preloads on enter and opens after the dwell', () => {
    expect(play('enter', 'dwell')).toEqual(['preload', 'startDwell', 'open']);
  });

  it('does not open when the pointer only passes', () => {
    expect(play('enter', 'leave', 'dwell')).not.toContain('open');
  });

  it('opens at once on keyboard focus', () => {
    expect(play('focus')).toContain('open');
  });

  it.each(['down', 'scroll'])('does not open after %s', (event) => {
    expect(play('enter', event, 'dwell')).not.toContain('open');
  });

  it('does not open with a button down or text selected', () => {
    expect(play('!enter', 'dwell')).toEqual([]);
    expect(play('enter', '!dwell')).not.toContain('open');
  });

  it('stays while the pointer goes from badge to card', () => {
    expect(play('enter', 'dwell', 'leave', 'enter', 'away')).not.toContain('close');
  });

  it.each([['leave', 'away'], ['blur'], ['scroll'], ['escape']])('closes after %s', (...events) => {
    expect(play('enter', 'dwell', ...events)).toContain('close');
  });

  it('gives focus back before it closes on Esc', () => {
    expect(play('focus', 'escape').slice(-2)).toEqual(['refocus', 'close']);
  });

  it('does nothing when it is not there', () => {
    expect(play('leave', 'away', 'blur', 'escape', 'scroll', 'down', 'dwell')).toEqual([]);
  });
});
