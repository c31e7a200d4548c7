import type { CDPSession, Page } from '@playwright/test';

interface DomNode {
  backendNodeId: number;
  localName: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType: string })[];
  contentDocument?: DomNode;
}

/** One sealed host as the extension drew it; the page itself can read none of this. */
export interface SealedHost {
  /** Element name of the host as the page sees it. */
  host: string;
  box: { x: number; y: number; width: number; height: number } | null;
  /** All attribute values inside the closed root, in document order. */
  texts: string[];
  /** Class names and attribute names inside the closed root, for what is told by shape. */
  marks: string[];
  backendNodeId: number;
}

/** Every host with a closed shadow root on the page, read with the debugger's right to look inside. */
export async function readSealedHosts(page: Page): Promise<SealedHost[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as {
      root: DomNode;
    };
    const hosts: DomNode[] = [];
    walk(root, (node) => {
      if (node.shadowRoots?.some((shadow) => shadow.shadowRootType === 'closed')) hosts.push(node);
    });
    return await Promise.all(hosts.map((host) => describeHost(cdp, host)));
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

async function describeHost(cdp: CDPSession, host: DomNode): Promise<SealedHost> {
  const texts: string[] = [];
  const marks: string[] = [];
  for (const shadow of host.shadowRoots ?? []) {
    walk(shadow, (node) => {
      for (const [name, value] of attributePairs(node)) {
        if (name === 'class') marks.push(...value.split(/\s+/));
        else if (name.startsWith('data-')) texts.push(value);
        marks.push(name);
      }
    });
  }
  const box = await cdp
    .send('DOM.getBoxModel', { backendNodeId: host.backendNodeId })
    .then(({ model }) => ({
      x: model.border[0] as number,
      y: model.border[1] as number,
      width: model.width,
      height: model.height,
    }))
    .catch(() => null);
  return { host: host.localName, box, texts, marks, backendNodeId: host.backendNodeId };
}

function walk(node: DomNode, visit: (node: DomNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
  for (const shadow of node.shadowRoots ?? []) walk(shadow, visit);
  if (node.contentDocument) walk(node.contentDocument, visit);
}

function attributePairs(node: DomNode): [name: string, value: string][] {
  const flat = node.attributes ?? [];
  return flat.flatMap((name, index) =>
    index % 2 === 0 ? [[name, flat[index + 1] ?? ''] as [string, string]] : [],
  );
}
