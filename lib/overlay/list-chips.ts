import type { GlyphView } from '../contract/content-messages.ts';
import { onAbort } from '../util/on-abort.ts';
import { afterPaint } from '../util/watch-lazily.ts';
import { darkness } from './backdrop.ts';
import { type Chip, createChip } from './chip.ts';
import { createRowClaims, namesAccount, placeChip } from './chip-rows.ts';
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

type Placed = readonly [link: Element, host: HTMLElement];

/**
 * Chips beside account links. What a link leads to is read again whenever it changes, before the next paint,
 * so that a recycled row never shows the glyph of the account it showed before.
 */
export function createListChips(options: ListChipsOptions): ListChips {
  const { signal } = options;
  /** Links that have been in view, with '' where they name no account; of the others nothing is read. */
  const links = new Map<Element, { key: string; chip: Chip | null }>();
  const claims = createRowClaims((link) => links.get(link)?.key);

  const watcher = watchLinks(options.document, options.selector, { changed, taken, gone, seen }, signal);

  function remove(link: Element): void {
    links.get(link)?.chip?.host.remove();
    if (links.delete(link)) watcher.forget(link);
  }

  /** Key of the account a link names, or null. */
  function read(link: Element): string | null {
    const key = link.matches(options.selector) ? options.keyOf(link) : null;
    return key && !options.isOwn(key) && namesAccount(link) ? key : null;
  }

  /** A link has come or leads elsewhere now. */
  function changed(link: Element): void {
    const entry = links.get(link);
    if (entry && read(link) === entry.key) {
      keep(link, entry.chip);
      return;
    }
    remove(link);
    if (link.matches(options.selector)) watcher.await(link);
  }

  /** Cells are rebuilt around us: the chip follows its link into another parent, once per rebuild. */
  function keep(link: Element, chip: Chip | null): void {
    const parent = chip?.host.isConnected && chip.host.parentNode;
    if (!parent || link.parentNode === parent || link.contains(parent)) return;
    placeChip(link, chip.host);
    watcher.hold(link);
  }

  /** A node was taken out of a cell that holds a chip: if it was the chip's link, the chip must not stay. */
  function taken(node: Node): void {
    const entry = links.get(node as Element);
    if (!entry) return;
    if (node.isConnected) keep(node as Element, entry.chip);
    else remove(node as Element);
  }

  function gone(): void {
    for (const link of links.keys()) taken(link);
  }

  /**
   * Chips that are cut off go before their link, and where they are cut off there too, away. Boxes are read when
   * the page has just been painted: then it costs nothing.
   */
  function settle(placed: Placed[]): void {
    const cutOff = (all: Placed[]) =>
      all.filter(([link, host]) => links.get(link)?.chip?.host === host && !standsBeside(host, link));
    afterPaint(() => {
      const cut = cutOff(placed);
      for (const [link, host] of cut) link.before(host);
      for (const [, host] of cutOff(cut)) host.remove();
    });
  }

  /** Links have come into view. */
  function seen(inView: readonly Element[]): void {
    const wanted = new Set<string>();
    const placed: Placed[] = [];
    // All is read before anything is put in: each reading after a change makes the browser style the page anew.
    const isDarkBehind = darkness();
    const found: [link: Element, key: string, dark: boolean][] = [];
    for (const link of inView) {
      if (links.has(link)) continue;
      const key = read(link);
      links.set(link, { key: key ?? '', chip: null });
      if (key && claims.claim(link, key)) found.push([link, key, isDarkBehind(link)]);
    }
    for (const [link, key, dark] of found) {
      const chip = createChip(link, dark, options.random);
      links.set(link, { key, chip });
      placeChip(link, chip.host);
      watcher.hold(link);
      placed.push([link, chip.host]);
      const view = options.known(key);
      if (view === undefined) wanted.add(key);
      else chip.show(view);
    }
    settle(placed);
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
