import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

const { source } = createRequire(import.meta.url)('axe-core') as { source: string };

/** What axe finds wrong in one frame, as sentences; WCAG 2.2 A and AA. */
export async function axeFaults(frame: Frame | Page): Promise<string[]> {
  await frame.evaluate(source);
  const violations = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: unknown): Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return (await axe.run(document, { runOnly: tags, iframes: false })).violations;
  });
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help} (${node.target.join(' ')}) ${node.failureSummary ?? ''}`,
    ),
  );
}

/** Elements whose content is wider than they are where a page scrolls sideways, as `tag.class "text"`; none where it does not. */
export function elementsOutside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.scrollWidth > element.clientWidth && element.clientWidth > 0,
    );
    return outside.map(
      (element) => `${element.localName}.${element.className} "${element.innerText?.slice(0, 40) ?? ''}"`,
    );
  });
}
