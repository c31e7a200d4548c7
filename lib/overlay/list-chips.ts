import type { GlyphView } from '../contract/content-messages.ts';
import { onAbort } from '../util/on-abort.ts';
import { type Chip, createChip } from './chip.ts';
import { createRowClaims, namesAccount } from './chip-rows.ts';
import { standsBeside } from './measure.ts';
import { watchLinks } from './watch-links.ts';

export interface ListChipsOptions {
  document: Document;
  selector: string;
  /** Record key of the account a link leads to, or null. */
  keyOf(link: Element): string | null;
  /** Keys whose glyph stands elsewhere on the page already: the record's own. */
  isOwn(key: string): boolean;
  /** A glyph known from earlier answers; undefined: not asked yet. */
  known(key: string): GlyphView | null | undefined;
  /** Asks for glyphs; afterwards `known` has them. */
  fetch(keys: readonly string[]): Promise<void>;
  random(): number;
  signal: AbortSignal;
}

export interface ListChips {
  /** Glyphs have been forgotten: asks again for what is shown. */
  refresh(): Promise<void>;
}

/**
 * Chips beside account links. What a link leads to is read again whenever it changes, before the next paint,
 * so that a recycled row never shows the glyph of the account it showed before.
 */
export function createListChips(options: ListChipsOptions): ListChips {
  const { signal } = options;
  const links = new Map<Element, { key: string; chip: Chip | null }>();
  const claims = createRowClaims((link) => links.get(link)?.key);

  const watcher = watchLinks(options.document, options.selector, { changed, gone, seen }, signal);

  function remove(link: Element): void {
    links.get(link)?.chip?.host.remove();
    links.delete(link);
  }

  /** A link has come or leads elsewhere now. */
  function changed(link: Element): void {
    const key = link.matches(options.selector) ? options.keyOf(link) : null;
    const entry = links.get(link);
    if (!key || options.isOwn(key) || !namesAccount(link)) {
      remove(link);
      watcher.forget(link);
      return;
    }
    if (entry?.key === key) {
      keep(link, entry.chip);
      return;
    }
    remove(link);
    links.set(link, { key, chip: null });
    watcher.await(link);
  }

  /** Cells are rebuilt around us: the chip follows its link into another parent, once per rebuild. */
  function keep(link: Element, chip: Chip | null): void {
    if (chip?.host.isConnected && link.parentNode !== chip.host.parentNode) link.after(chip.host);
  }

  function gone(): void {
    for (const [link, { chip }] of links) {
      if (!link.isConnected) remove(link);
      else keep(link, chip);
    }
  }

  /** Links have come into view. Their chip goes behind them, where it would be cut off before them, else nowhere. */
  function seen(inView: readonly Element[]): void {
    const wanted = new Set<string>();
    const placed: [Element, HTMLElement][] = [];
    for (const link of inView) {
      const entry = links.get(link);
      if (!entry || entry.chip || !claims.claim(link, entry.key)) continue;
      entry.chip = createChip(link, options.random);
      link.after(entry.chip.host);
      placed.push([link, entry.chip.host]);
      const view = options.known(entry.key);
      if (view === undefined) wanted.add(entry.key);
      else entry.chip.show(view);
    }
    const outOf = (all: typeof placed) => all.filter(([link, host]) => !standsBeside(host, link));
    const cut = outOf(placed);
    for (const [link, host] of cut) link.before(host);
    for (const [, host] of outOf(cut)) host.remove();
    if (wanted.size > 0) void options.fetch([...wanted]).then(redraw);
  }

  function redraw(): void {
    if (signal.aborted) return;
    for (const { key, chip } of links.values()) chip?.show(options.known(key) ?? null);
  }

  onAbort(signal, () => [...links.keys()].forEach(remove));
  watcher.start();
  return {
    async refresh() {
      const shown = [...links.values()].filter(({ chip }) => chip !== null);
      await options.fetch([...new Set(shown.map(({ key }) => key))]);
      redraw();
    },
  };
}
