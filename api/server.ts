import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createChangePublisher } from './publish/change-publisher.ts';
import { type AppOptions, createApp } from './server/app.ts';
import type { Store } from './store/store.ts';
import { UserError } from './user-error.ts';

export interface ServerOptions extends Pick<AppOptions, 'limits' | 'onFailure'> {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  now?: () => Date;
}

export interface Server {
  url: string;
  port: number;
  /** Lets running requests end, then stops; the store stays open. */
  close(): Promise<void>;
}

/** Running requests get this long to end. */
const GRACE_MS = 5_000;

/**
 * Serves the API.
 * @throws UserError where the port is taken or may not be used
 */
export async function startServer(store: Store, options: ServerOptions): Promise<Server> {
  const { port, host = '127.0.0.1', now = () => new Date(), ...rest } = options;
  const addresses = new WeakMap<Request, string>();
  const changes = createChangePublisher({ store, now, onFailure: rest.onFailure ?? console.error });
  const app = createApp({
    store,
    now,
    ...rest,
    onChange: changes.note,
    addressOf: (request) => addresses.get(request) ?? '',
  });
  const server = createAdaptorServer({
    fetch: (request, env) => {
      addresses.set(request, env.incoming.socket?.remoteAddress ?? '');
      return app.fetch(request, env);
    },
    hostname: host,
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new UserError(cannotListen(port, host, error as NodeJS.ErrnoException));
  }
  const { port: bound } = server.address() as AddressInfo;
  await store.announcePort(bound);
  // What was written while nobody served, or by a program that broke off.
  changes.note();
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    async close() {
      const closed = once(server, 'close');
      server.close();
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const timer = setTimeout(
        () => 'closeAllConnections' in server && server.closeAllConnections(),
        GRACE_MS,
      );
      await closed;
      clearTimeout(timer);
      await changes.settled();
    },
  };
}

function cannotListen(port: number, host: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop it, or choose another port with --port.`;
  }
  if (error.code === 'EACCES') return `Port ${port} may not be used. Choose one above 1023 with --port.`;
  return `The API cannot listen on ${host}:${port} (${error.message}). Choose another --host or --port.`;
}
