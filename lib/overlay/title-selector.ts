/** Attributes that makers put there for tests and scripts, better than class names. */
const NAMED = ['data-testid', 'data-test', 'data-field', 'data-fieldname', 'data-name', 'name', 'itemprop'];
const MAX_DEPTH = 4;

/**
 * A selector whose first match is this element and that says nothing of the record: no text, no numbers, no
 * class names that a build has made up. Null where there is none.
 */
export function titleSelector(element: Element): string | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  let path = '';
  let node: Element | null = element;
  for (let depth = 0; node && depth < MAX_DEPTH; depth++, node = node.parentElement) {
    for (const step of stepsOf(node)) {
      const selector = path ? `${step} ${path}` : step;
      if (root.querySelector(selector) === element) return selector;
    }
    path = path ? `${node.localName} > ${path}` : node.localName;
  }
  return null;
}

/** Ways to name one element, best first. */
function stepsOf(element: Element): string[] {
  const { localName } = element;
  const steps = NAMED.flatMap((name) => {
    const value = element.getAttribute(name);
    return value && isWord(value) ? [`${localName}[${name}="${value}"]`] : [];
  });
  if (element.id && isWord(element.id)) steps.push(`#${element.id}`);
  for (const name of element.classList) if (isWord(name)) steps.push(`${localName}.${name}`);
  steps.push(localName);
  return steps;
}

/** Letters, dashes and underscores: neither an id of a record nor a generated name. */
function isWord(text: string): boolean {
  return /^[A-Za-z][A-Za-z_-]{1,40}$/.test(text) && !/^(?:css|sc|jsx?|emotion|_)[-_]/i.test(text);
}
