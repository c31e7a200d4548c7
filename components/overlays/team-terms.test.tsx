// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOW } from '../../tests/gallery/fixtures.ts';
import { I18nProvider } from '../shared/i18n-context.tsx';
import { TeamTerms } from './team-terms.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let host: HTMLElement;
let root: ReturnType<typeof createRoot>;
const save = vi.fn();

beforeEach(() => {
  save.mockClear();
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  act(() =>
    root.render(
      <I18nProvider language="en" currency="EUR" now={NOW}>
        <TeamTerms team={null} onSave={save} />
      </I18nProvider>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

const part = <E extends Element>(selector: string): E => host.querySelector<E>(selector) as E;

function choose(day: string): void {
  const input = part<HTMLInputElement>('input[type=date]');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, day);
  act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
}
const click = (selector: string) => act(() => part<HTMLElement>(selector).click());

describe('terms of the team', () => {
  it('are saved together: a last day and the lock', () => {
    click('button');
    expect(save, 'nothing to save yet').not.toHaveBeenCalled();
    choose('2026-12-31');
    click('input[type=checkbox]');
    click('button');
    expect(save.mock.calls).toEqual([['2026-12-31', true]]);
  });

  it('hold without end where no day is given', () => {
    click('input[type=checkbox]');
    click('button');
    expect(save.mock.calls).toEqual([[null, true]]);
  });

  it('refuse a day that has passed and say what to do', () => {
    choose('2020-01-01');
    click('button');
    expect(save).not.toHaveBeenCalled();
    expect(part('[role=alert]').textContent).toContain('Choose today or later');
  });
});
