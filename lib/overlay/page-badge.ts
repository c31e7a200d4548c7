import type { GlyphView, OverlayState } from '../contract/content-messages.ts';
import type { Anchor } from '../crm/types.ts';
import type { LinkedPage } from '../util/linked-page.ts';
import { onAbort } from '../util/on-abort.ts';
import { type Badge, createBadge } from './badge.ts';
import { attachBehaviour } from './badge-behaviour.ts';
import { createBadgeKeeper } from './badge-keeper.ts';
import { createLateCard } from './late-card.ts';
import { loadedParts } from './loaded-parts.ts';
import { NEUTRAL_NAMES } from './neutral-names.ts';

/** The badge of one record's page, with its card. */
export interface PageBadge {
  show(content: GlyphView | null): void;
  anchorAt(anchor: Anchor): void;
  dock(): void;
  hide(): void;
  check(): void;
  closeCard(): void;
  placed(): 'docked' | 'anchored';
  /** The code that moves a docked badge may have come. */
  startDocking(linked?: LinkedPage): void;
}

export interface PageBadgeOptions {
  document: Document;
  language: OverlayState['language'];
  now(): number;
  random(): number;
  /** Asks for the card's code. */
  loadCard(): Promise<unknown>;
  cardAddress(): Promise<string | null>;
  openPanel(): Promise<boolean>;
  onSurrender(): void;
  signal: AbortSignal;
}

/** An answer usually comes within a frame or two; only a slower one shows that it is awaited (ms). */
const WAITING_AFTER_MS = 150;

/** Made when the record is known, seen only after `anchorAt` or `dock`. */
export function createPageBadge(options: PageBadgeOptions): PageBadge {
  const { document, signal } = options;
  const name = NEUTRAL_NAMES[options.language];
  const badge: Badge = createBadge(document, name, options.random);
  let answered = false;
  const waiting = setTimeout(() => answered || badge.show('waiting'), WAITING_AFTER_MS);
  const keeper = createBadgeKeeper(badge, document, options.now, options.onSurrender, signal);
  const card = createLateCard(
    {
      document,
      address: options.cardAddress,
      title: name,
      random: options.random,
      onEnter: () => behaviour.handle('enter'),
      onLeave: () => behaviour.handle('leave'),
      onBlur: () => behaviour.handle('blur'),
      signal,
    },
    options.loadCard,
  );
  const behaviour = attachBehaviour(badge, card, options.openPanel, signal);
  const close = () => behaviour.handle('escape');
  onAbort(signal, () => clearTimeout(waiting));
  return {
    ...keeper,
    show(content) {
      answered = true;
      card.drop();
      badge.show(content);
    },
    hide() {
      behaviour.handle('blur');
      keeper.hide();
    },
    closeCard: close,
    placed: () => (badge.place === 'dock' ? 'docked' : 'anchored'),
    startDocking(linked) {
      loadedParts().docking?.({ badge, card: { isOpen: behaviour.isOpen, close }, linked, signal });
    },
  };
}
