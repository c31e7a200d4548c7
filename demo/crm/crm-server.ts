import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { SIGN_INS, type SignIn } from '../company/people.ts';
import { createAnswers } from './crm-answers.ts';
import type { CrmData } from './crm-data.ts';
import type { SampleSession } from './session.ts';

const HOST = 'sample-crm.localhost';
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** The pages load nothing from elsewhere and talk to nobody else. */
const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

export interface SampleCrm {
  /** `http://sample-crm.localhost:4811` */
  url: string;
  close(): Promise<void>;
}

/** Serves the sample CRM on loopback; rejects with the cause where the port is taken. Port 0 picks a free one. */
export async function startSampleCrm(
  data: CrmData,
  session: SampleSession | null,
  options: { port: number },
): Promise<SampleCrm> {
  const answers = createAnswers(data);
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, 500, { error: error instanceof Error ? error.message : String(error) });
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${HOST}`);
    // A foreign name that resolves to this machine must not reach the tokens on the start page.
    if (!/^(sample-crm\.localhost|localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) {
      return send(response, 421, { error: `Open http://${HOST} instead.` });
    }
    if (url.pathname === '/switch') return switchRole(request, response);
    if (request.method !== 'GET') return send(response, 405, { error: 'Only GET.' });
    if (url.pathname === '/session') return send(response, 200, session && (await session.view()));
    if (url.pathname.startsWith('/data/')) {
      const answer = answers(url.pathname.slice('/data/'.length), url.searchParams);
      return send(response, answer === null ? 404 : 200, answer);
    }
    if (url.pathname.startsWith('/site/')) return sendFile(response, url.pathname.slice('/site/'.length));
    return sendFile(response, 'index.html');
  }

  async function switchRole(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ownPage = request.headers.origin === `http://${request.headers.host}`;
    if (request.method !== 'POST' || !ownPage || !session)
      return send(response, 403, { error: 'Forbidden.' });
    const { role } = (await readJson(request)) as { role?: string };
    if (!role || !Object.hasOwn(SIGN_INS, role)) return send(response, 400, { error: 'Unknown role.' });
    return send(response, 200, await session.switchTo(role as SignIn));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${HOST}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendFile(response: ServerResponse, name: string): Promise<void> {
  const type = TYPES[extname(name)];
  if (!type || !/^(?:[\w-]+\/)?[\w-]+\.\w+$/.test(name)) return send(response, 404, null);
  try {
    const content = await readFile(new URL(`site/${name}`, import.meta.url));
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
    });
    response.end(content);
  } catch {
    send(response, 404, null);
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error('The request is too large.');
  }
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
