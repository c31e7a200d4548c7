import type { CDPSession, Page } from '@playwright/test';

interface DomNode {
  backendNodeId: number;
  localName: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType: string })[];
  contentDocument?: DomNode;
}

/** A drawn glyph as a person sees it; the page itself can read none of this. */
export interface Glyph {
  kind: 'badge' | 'chip';
  letter: string;
  /** Label of the badge; empty for chips. */
  label: string;
  sign: 'carries' | 'even' | 'carried' | 'plan' | 'open';
  due: boolean;
  stale: boolean;
  dark: boolean;
  /** What a screen reader says. */
  sentence: string;
  box: { x: number; y: number; width: number; height: number };
  backendNodeId: number;
}

const SIGNS = ['carries', 'even', 'carried', 'plan'] as const;

/**
 * Every glyph the extension shows on the page, in document order, read with the debugger's right to look into
 * closed roots. Waiting, empty and hidden ones are left out.
 */
export async function readGlyphs(page: Page): Promise<Glyph[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as {
      root: DomNode;
    };
    const frames: DomNode[] = [];
    walk(root, false, (node, sealed) => {
      if (sealed && hasClass(node, 'g') && !hasClass(node, 'wait')) frames.push(node);
    });
    const glyphs = await Promise.all(frames.map((frame) => describe(cdp, frame)));
    return glyphs.filter((glyph) => glyph !== null);
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

/** One chip and the link it stands behind, both from the same moment. */
export interface ChipBesideLink {
  href: string;
  letter: string;
}

/** Every chip that stands directly behind a link, read in one snapshot of the page. */
export async function readChips(page: Page): Promise<ChipBesideLink[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as {
      root: DomNode;
    };
    const chips: ChipBesideLink[] = [];
    walk(root, false, (parent) => {
      const elements = (parent.children ?? []).filter((child) => child.localName !== '');
      elements.forEach((link, index) => {
        const letter = link.localName === 'a' ? letterIn(elements[index + 1]) : null;
        if (letter !== null) chips.push({ href: attribute(link, 'href') ?? '', letter });
      });
    });
    return chips;
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

/** Letter of the glyph in a host's closed root, or null where none is drawn. */
function letterIn(host: DomNode | undefined): string | null {
  let letter: string | null = null;
  for (const shadow of host?.shadowRoots ?? []) {
    walk(shadow, shadow.shadowRootType === 'closed', (node, sealed) => {
      if (sealed && hasClass(node, 't')) letter = attribute(node, 'data-t') ?? null;
    });
  }
  return letter;
}

async function describe(cdp: CDPSession, frame: DomNode): Promise<Glyph | null> {
  const box = await cdp
    .send('DOM.getBoxModel', { backendNodeId: frame.backendNodeId })
    .then(({ model }) => ({
      x: model.border[0] as number,
      y: model.border[1] as number,
      width: model.width,
      height: model.height,
    }))
    .catch(() => null);
  if (!box || box.width < 1) return null;
  const inside: DomNode[] = [];
  walk(frame, true, (node) => inside.push(node));
  const textOf = (name: string): string =>
    attribute(inside.find((node) => hasClass(node, name)) ?? frame, 'data-t') ?? '';
  return {
    kind: hasClass(frame, 'chip') ? 'chip' : 'badge',
    letter: textOf('t'),
    label: textOf('l'),
    sign: SIGNS.find((sign) => inside.some((node) => hasClass(node, sign))) ?? 'open',
    due: inside.some((node) => hasClass(node, 'd') && hasClass(node, 'on')),
    stale: hasClass(frame, 'stale'),
    dark: hasClass(frame, 'dark'),
    sentence: attribute(frame, 'aria-label') ?? '',
    box,
    backendNodeId: frame.backendNodeId,
  };
}

function walk(node: DomNode, sealed: boolean, visit: (node: DomNode, sealed: boolean) => void): void {
  visit(node, sealed);
  for (const child of node.children ?? []) walk(child, sealed, visit);
  for (const shadow of node.shadowRoots ?? []) walk(shadow, shadow.shadowRootType === 'closed', visit);
  if (node.contentDocument) walk(node.contentDocument, false, visit);
}

function attribute(node: DomNode, name: string): string | undefined {
  const flat = node.attributes ?? [];
  const at = flat.findIndex((entry, index) => index % 2 === 0 && entry === name);
  return at < 0 ? undefined : flat[at + 1];
}

function hasClass(node: DomNode, name: string): boolean {
  return (attribute(node, 'class') ?? '').split(/\s+/).includes(name);
}
