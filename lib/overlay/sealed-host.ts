export interface SealedHost {
  host: HTMLElement;
  root: ShadowRoot;
  /** Replaces the root's style sheet; `more` holds after it. */
  style(css: string, more?: CSSStyleSheet): void;
}

/**
 * An element of ours in the page: a name without meaning, a closed root, one style sheet.
 * A page that defined a custom element of that name before would be handed the closed root by `attachInternals()`;
 * afterwards it is too late. So the name changes once the page has defined it, and not before: for every name it
 * has seen the browser keeps a list that no garbage collection takes away.
 * @param random 0 ≤ x < 1, like `Math.random`
 */
export function createSealedHost(document: Document, css: string, random: () => number): SealedHost {
  let host = document.createElement(name);
  while (host.matches(':defined')) {
    name = `x-${random().toString(36).slice(2, 8)}`;
    host = document.createElement(name);
  }
  const root = host.attachShadow({ mode: 'closed' });
  const style = (text: string, more?: CSSStyleSheet) => {
    root.adoptedStyleSheets = more ? [sheetFor(text), more] : [sheetFor(text)];
  };
  style(css);
  return { host, root, style };
}

/** A name that is always defined, so that the first host draws one. */
let name = 'div';

/** Equal texts share one parsed sheet: a list draws two hundred hosts. */
const sheets = new Map<string, CSSStyleSheet>();

function sheetFor(css: string): CSSStyleSheet {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}
