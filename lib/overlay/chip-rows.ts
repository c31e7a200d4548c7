/** What stands for one row of a list, as far as it can be told from outside. */
const ROW = 'tr,[role="row"],li,[role="listitem"],article';
/** Places that hold links to records but are no rows. */
const NO_ROW = 'thead,[role="columnheader"],nav,[role="navigation"],[role="menu"],[role="tooltip"]';

export function rowOf(link: Element): Element {
  return link.closest(ROW) ?? link.parentElement?.parentElement ?? link;
}

/** True for links that name an account to a reader: not an avatar's letter, not a menu entry. */
export function namesAccount(link: Element): boolean {
  return isName(link) && link.closest(NO_ROW) === null;
}

/**
 * Puts a chip to its link: behind it, or, where the link is a whole card or row, inside it behind the name.
 */
export function placeChip(link: Element, chip: Element): void {
  const blocks = [...link.querySelectorAll('div,p,h5,h6')];
  const name = blocks.find((block) => !block.firstElementChild && isName(block));
  if (name) name.append(chip);
  else link.after(chip);
}

function isName({ textContent }: Element): boolean {
  return (textContent?.trim().length ?? 0) > 1;
}

/** One chip per row and record: which link of a row carries it. Forgets links that have moved on. */
export interface RowClaims {
  /** True when `link` may carry the chip of `key` in its row. */
  claim(link: Element, key: string): boolean;
}

/** @param keyOf the key a link stands for now */
export function createRowClaims(keyOf: (link: Element) => string | undefined): RowClaims {
  const owners = new WeakMap<Element, Map<string, Element>>();
  return {
    claim(link, key) {
      const row = rowOf(link);
      const inRow = owners.get(row) ?? new Map<string, Element>();
      owners.set(row, inRow);
      const owner = inRow.get(key);
      if (owner && owner !== link && owner.isConnected && keyOf(owner) === key && rowOf(owner) === row) {
        return false;
      }
      inRow.set(key, link);
      return true;
    },
  };
}
