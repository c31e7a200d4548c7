import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Environment } from '../environment.ts';
import { referencePage } from '../reference-page.ts';

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Tierlens API',
    version: '1',
    description:
      'What the browser extension and scripts read. Answers are limited to the territories and layers of the token’s person; refusals are problem+json and say what to do.',
  },
};

/** The OpenAPI document, and a page made of it that needs no script and no other host. */
export function reference(app: OpenAPIHono<Environment>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  app.get('/openapi.json', (c) => c.json(app.getOpenAPI31Document(DOCUMENT)));
  app.get('/reference', (c) => {
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    return c.html(referencePage(app.getOpenAPI31Document(DOCUMENT)));
  });
}
