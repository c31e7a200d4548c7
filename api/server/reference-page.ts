import { html, raw } from 'hono/html';

type Schema = Record<string, unknown>;
interface Operation {
  summary?: string;
  parameters?: readonly unknown[];
  requestBody?: unknown;
  responses?: Record<string, unknown>;
  security?: readonly unknown[];
}
interface ApiDocument {
  info: { title: string; description?: string };
  paths?: Record<string, unknown>;
}

const METHODS = ['get', 'post', 'put', 'delete'] as const;

const STYLE = `
  body { font: 15px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b2430; background: #fff }
  h2 { font-size: 1rem; margin: 2rem 0 .25rem } code, pre { font: 13px/1.4 monospace }
  pre { background: #f3f5f8; padding: .75rem; overflow: auto; border-radius: 6px }
  summary { cursor: pointer } .method { color: #0b5cad } .free { color: #4a5563 }
  @media (prefers-color-scheme: dark) {
    body { color: #e8edf3; background: #1b222c } pre { background: #252e3a } .method { color: #7cc0ff } .free { color: #b4bfcc }
  }`;

/** The OpenAPI document as one page: every route with what it takes and gives. */
export function referencePage(document: ApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Partial<Record<string, Operation>>)[method];
      return operation ? [section(method, path, operation)] : [];
    }),
  );
  return String(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${document.info.title}</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>
        <h1>${document.info.title}</h1>
        <p>${document.info.description ?? ''}</p>
        <p>Machine-readable: <a href="/openapi.json">/openapi.json</a></p>
        ${operations}
      </body>
    </html>`);
}

function section(method: string, path: string, operation: Operation) {
  const { summary = '', parameters = [], requestBody, responses = {}, security } = operation;
  return html`<h2><code><span class="method">${method.toUpperCase()}</span> ${path}</code></h2>
    <p>${summary}${security ? '' : html` <span class="free">(without a token)</span>`}</p>
    ${parameters.length > 0 ? details('Parameters', parameters) : ''}
    ${requestBody ? details('Request', requestBody) : ''}
    ${Object.entries(responses).map(([status, response]) => details(`Answer ${status}`, response))}`;
}

function details(title: string, content: unknown) {
  return html`<details><summary>${title}</summary><pre>${JSON.stringify(content as Schema, null, 2)}</pre></details>`;
}
