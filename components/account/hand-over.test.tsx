// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { accountView, NOW } from '../../tests/gallery/fixtures.ts';
import { FIXTURE_POLICY } from '../../tests/support/fixture-policy.ts';
import { I18nProvider } from '../shared/i18n-context.tsx';
import { HandOver } from './hand-over.tsx';
import { routeOf } from './route.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const FORM = 'https://crm.example/tasks/new';
let root: ReturnType<typeof createRoot>;
const open = vi.fn();
beforeEach(() => {
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main') as HTMLElement);
  vi.stubGlobal('open', open);
  open.mockClear();
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

/** Draws the note, presses "As a CRM task". @returns what was to be copied */
async function asTask(newTaskUrl: string | undefined, clipboardWorks: boolean): Promise<string | undefined> {
  const account = accountView({ newTaskUrl });
  const copied: string[] = [];
  const onCopy = async (text: string) => {
    if (clipboardWorks) copied.push(text);
    return clipboardWorks;
  };
  const route = routeOf(account.words, FIXTURE_POLICY, null);
  const props = { account, policy: FIXTURE_POLICY, role: 'inside', sign: true, route, onCopy } as const;
  act(() =>
    root.render(
      <I18nProvider language="en" currency="EUR" now={NOW}>
        <HandOver {...props} asOf="2026-10-31" />
      </I18nProvider>,
    ),
  );
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'As a CRM task',
  );
  await act(async () => button?.click());
  return copied[0];
}

it('copies the task and opens the form of the CRM', async () => {
  expect(await asTask(FORM, true)).toMatch(
    /^Hand-over: Delta Anlagenbau GmbH\nDue: 17 Nov 2026\n\nRouting: /,
  );
  expect(open).toHaveBeenCalledExactlyOnceWith(FORM, '_blank', 'noreferrer');
});

it('only copies where the form is not known', async () => {
  expect(await asTask(undefined, true)).toContain('Due: ');
  expect(open).not.toHaveBeenCalled();
});

it('opens nothing while the note is not on the clipboard, and says so', async () => {
  await asTask(FORM, false);
  expect(open).not.toHaveBeenCalled();
  expect(document.querySelector('.notice')?.textContent).toBeTruthy();
});
