// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MoneyRow } from '../../lib/contract/money-row.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { accountView, moneyRow, NOW, wordsRow } from '../../tests/gallery/fixtures.ts';
import { FIXTURE_POLICY } from '../../tests/support/fixture-policy.ts';
import { I18nProvider } from '../shared/i18n-context.tsx';
import { Advisor } from './advisor.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main') as HTMLElement);
});
afterEach(() => act(() => root.unmount()));

interface Drawn {
  money?: MoneyRow;
  words?: Parameters<typeof wordsRow>[0];
  language?: Language;
  role?: 'lead' | 'operations';
}

function draw({ money = moneyRow(), words = {}, language = 'en', role = 'lead' }: Drawn = {}): void {
  const account = accountView({ words: wordsRow(words), money });
  act(() =>
    root.render(
      <I18nProvider language={language} currency="EUR" now={NOW}>
        <Advisor account={account} policy={FIXTURE_POLICY} role={role} sign money={money} />
      </I18nProvider>,
    ),
  );
}
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ');
const outcome = () => plain(document.querySelector('[role=status]')?.textContent);
const slider = (name: string) =>
  [...document.querySelectorAll('input')].find((input) => input.labels?.[0]?.textContent === name)!;
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((candidate) => candidate.textContent === name)!;

/** As a browser does it: the value first, then the event; React only hears of values it has not set itself. */
function slide(name: string, value: number): void {
  const input = slider(name);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(value));
  act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
}
const settle = (name: string) =>
  act(() => void slider(name).dispatchEvent(new KeyboardEvent('keyup', { bubbles: true })));
const press = (name: string) => act(() => button(name).click());

describe('Advisor', () => {
  it('says what is missing, follows the levers, and takes them back one gesture at a time', () => {
    draw();
    expect(outcome()).toBe('As it is: −2,250 €. 2,250 € are missing.');
    expect(button('Undo').disabled).toBe(true);
    slide('Visits as video calls', 8);
    settle('Visits as video calls');
    slide('Higher prices', 5);
    slide('Higher prices', 6);
    expect(outcome()).toBe(
      'With 8 visits as video calls and 3 % on prices this customer does not break even yet: −210 €.',
    );
    slide('Fewer calls', 20);
    expect(outcome()).toBe(
      'With 8 visits as video calls, 20 calls fewer and 3 % on prices this customer breaks even: +90 €.',
    );
    press('Undo');
    press('Undo');
    expect(outcome()).toContain('With 8 visits as video calls this');
    press('Reset');
    expect(outcome()).toContain('As it is');
    press('Undo');
    expect(slider('Visits as video calls').value).toBe('8');
  });

  it("sets the engine's proposal, which breaks even", () => {
    draw({ language: 'de', role: 'operations' });
    press('Vorschlag einstellen');
    expect(outcome()).toMatch(/^10 Besuche als Videogespräche: Damit trägt sich dieser Kunde, \+112,50/);
  });

  it('lets the package settle visits and calls', () => {
    draw();
    slide('Fewer visits', 4);
    const choice = document.querySelector('select') as HTMLSelectElement;
    act(() => {
      choice.value = 'BASIS';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(outcome()).toBe('With the package Basic care this customer breaks even: +810 €.');
    expect(slider('Fewer visits').disabled).toBe(true);
    expect(slider('Higher prices').disabled).toBe(false);
  });

  it('speaks its values', () => {
    draw();
    slide('Fewer visits', 3);
    slide('Higher prices', 5);
    expect(slider('Fewer visits').getAttribute('aria-valuetext')).toBe('3 of 10');
    expect(plain(slider('Higher prices').getAttribute('aria-valuetext'))).toBe('2.5 %');
  });

  it('never moves more visits than there are', () => {
    draw();
    slide('Fewer visits', 9);
    slide('Visits as video calls', 4);
    expect(slider('Fewer visits').value).toBe('6');
  });

  it('offers no care levers where the loss arises before care', () => {
    draw({ money: moneyRow({ db2: -20_000, db3: -335_000 }) });
    expect(document.body.textContent).toContain('The loss arises before care');
    expect(slider('Fewer visits').disabled).toBe(true);
    expect(document.querySelector('select')?.disabled).toBe(true);
    expect(button('Set the proposal')).toBeUndefined();
    expect(slider('Higher prices').disabled).toBe(false);
  });

  it('has nothing to work out at the black zero, without a statement, or without its facts', () => {
    draw({ money: moneyRow({ db3: 0 }) });
    expect(document.body.textContent).toContain('breaks even already');
    expect(document.querySelector('input')).toBeNull();
    draw({ words: { state: 'open', line: { code: 'incomplete' } } });
    expect(document.body.textContent).toContain('once the activities are complete');
    const { advisor: _, ...old } = moneyRow();
    draw({ money: old });
    expect(document.querySelector('main')?.textContent).toBe('');
  });
});
