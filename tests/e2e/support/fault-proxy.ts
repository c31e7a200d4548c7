import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What happens to an answer of the API on its way. */
export type Fault =
  | 'hang'
  | 'drip'
  | 'reset'
  | 'truncated'
  | 'wrong digest'
  | 'wrong count'
  | 'html'
  | 'empty'
  | 'redirect'
  | { status: number; retryAfter?: string; problem?: string };

export interface FaultProxy {
  url: string;
  /** From now on every answer to a path that fits has the fault; null: none. */
  set(fault: Fault | null, paths?: RegExp): void;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Stands between extension and API, as networks, proxies and broken servers do. */
export async function startFaultProxy(apiUrl: string): Promise<FaultProxy> {
  let fault: Fault | null = null;
  let paths = /./;
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { ...request.headers } as Record<string, string>;
    for (const name of ['host', 'connection', 'content-length', 'accept-encoding']) delete headers[name];
    const method = request.method ?? 'GET';
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
    const original = await fetch(apiUrl + path, { method, headers, ...body }).catch(() => null);
    if (original === null) return void response.destroy();
    const { 'content-length': _, ...kept } = Object.fromEntries(original.headers);
    const bytes = Buffer.from(await original.arrayBuffer());
    const answer = { status: original.status, headers: kept, body: bytes };
    const now = method !== 'OPTIONS' && paths.test(path) ? fault : null;
    send(response, now === null ? answer : spoilt(answer, now, path, apiUrl), now);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const cut = () => sockets.forEach((socket) => void socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set(next, where = /./) {
      // Answers that hang would otherwise go on hanging.
      if (fault === 'hang' || fault === 'drip') cut();
      fault = next;
      paths = where;
    },
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}

function spoilt(answer: Answer, fault: Fault, path: string, elsewhere: string): Answer {
  const { status, headers, body } = answer;
  if (typeof fault === 'object') return refusal(fault, headers);
  switch (fault) {
    case 'truncated':
      return { status, headers, body: body.subarray(0, body.length >> 1) };
    case 'wrong digest':
      return { status, headers, body: Buffer.from(body.map((byte, at) => (at === 30 ? byte ^ 1 : byte))) };
    case 'wrong count': {
      const text = path.startsWith('/v1/manifest')
        ? body.toString().replaceAll(/"count":(\d+)/g, (_, count) => `"count":${Number(count) + 1}`)
        : body.toString('latin1');
      return { status, headers: { ...headers, etag: '"lie"' }, body: Buffer.from(text) };
    }
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: Buffer.from('<html>Wi-Fi</html>'),
      };
    case 'empty':
      return { status, headers, body: Buffer.alloc(0) };
    case 'redirect':
      // Another origin that would answer: to follow it would take the sign-in for refused.
      return { status: 302, headers: { ...headers, location: elsewhere + path }, body: Buffer.alloc(0) };
    default:
      return answer;
  }
}

function refusal(
  fault: { status: number; retryAfter?: string; problem?: string },
  headers: Record<string, string>,
): Answer {
  const { status, retryAfter, problem } = fault;
  const type = problem === undefined ? 'text/html' : 'application/problem+json';
  const document = {
    type: `https://tierlens.invalid/problems/${problem}`,
    title: 'x',
    status,
    detail: 'x',
  };
  return {
    status,
    headers: {
      ...headers,
      'content-type': type,
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    },
    body: Buffer.from(problem === undefined ? '<html>' : JSON.stringify(document)),
  };
}

function send(response: ServerResponse, answer: Answer, fault: Fault | null): void {
  if (fault === 'hang') return;
  if (fault === 'reset') return void response.destroy();
  response.writeHead(answer.status, answer.headers);
  if (fault !== 'drip') return void response.end(answer.body);
  let at = 0;
  const timer = setInterval(() => response.write(answer.body.subarray(at, ++at)), 100);
  response.on('close', () => clearInterval(timer));
}
