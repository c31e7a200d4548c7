// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Badge } from './badge.ts';
import { attachBehaviour } from './badge-behaviour.ts';
import type { CardFrame } from './card-frame.ts';

const openPanel = vi.fn<() => Promise<boolean>>();
let button: HTMLButtonElement;
let cardOpen: boolean;
let stop: AbortController;

beforeEach(() => {
  stop?.abort();
  stop = new AbortController();
  openPanel.mockReset().mockResolvedValue(true);
  cardOpen = false;
  button = document.createElement('button');
  document.body.replaceChildren(button);
  const card: Partial<CardFrame> = {
    preload() {},
    open() {
      cardOpen = true;
    },
    close() {
      cardOpen = false;
    },
    hasFocus: () => false,
  };
  const badge: Partial<Badge> = { host: button, button, dark: false };
  attachBehaviour(badge as Badge, card as CardFrame, openPanel, stop.signal);
});

const fire = (type: string, target: EventTarget = button) =>
  target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));

function press(): void {
  fire('pointerdown');
  fire('pointerup');
  button.click();
}

describe('a click on the badge', () => {
  it('opens the closed card at once, and no panel', () => {
    press();
    expect(cardOpen).toBe(true);
    expect(openPanel).not.toHaveBeenCalled();
  });

  it('leads on to the panel, within the click, while the card is open', () => {
    press();
    press();
    expect(openPanel).toHaveBeenCalledOnce();
  });

  it('leads on also while the pointer has just left', () => {
    press();
    fire('pointerleave');
    press();
    expect(openPanel).toHaveBeenCalledOnce();
  });

  it('counts the card as open when the press itself has closed it', () => {
    press();
    fire('pointerdown');
    // Focus goes from the card to the badge, and the card closes.
    fire('scroll', document);
    fire('pointerup');
    button.click();
    expect(openPanel).toHaveBeenCalledOnce();
  });

  it('opens the card again after it was closed', () => {
    press();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(cardOpen).toBe(false);
    button.click();
    expect(cardOpen).toBe(true);
    expect(openPanel).not.toHaveBeenCalled();
  });

  it('keeps the card when the panel cannot be opened', async () => {
    openPanel.mockResolvedValue(false);
    press();
    press();
    await Promise.resolve();
    expect(cardOpen).toBe(true);
  });
});

describe('focus that leaves the badge', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  beforeEach(() => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    press();
    button.focus();
  });

  it('to another element closes the card', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await settled();
    expect(cardOpen).toBe(false);
  });

  it('with a press somewhere else closes it', async () => {
    fire('pointerdown', document.body);
    button.blur();
    fire('pointerup', document.body);
    await settled();
    expect(cardOpen).toBe(false);
  });

  it('with the window closes it', async () => {
    vi.mocked(document.hasFocus).mockReturnValue(false);
    button.blur();
    await settled();
    expect(cardOpen).toBe(false);
  });

  it('to nowhere, because the page put its header anew, leaves it open, and a click leads on', async () => {
    button.blur();
    await settled();
    expect(cardOpen).toBe(true);
    press();
    expect(openPanel).toHaveBeenCalledOnce();
  });
});
