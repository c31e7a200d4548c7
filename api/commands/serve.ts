import { type Command, InvalidArgumentError } from 'commander';
import { startServer } from '../server.ts';
import { openStore } from '../store/open-store.ts';
import { printLine } from './print.ts';
import { type StoreOptions, storeLocation, withStore } from './store-options.ts';

interface ServeOptions extends StoreOptions {
  port: number;
  host: string;
  json?: boolean;
}

export function register(program: Command): void {
  withStore(program.command('serve'))
    .description('serve the API until stopped (Ctrl+C)')
    .option('--port <number>', 'port to listen on', portNumber, 4810)
    .option(
      '--host <address>',
      'address to listen on; put a proxy with TLS in front before opening it',
      '127.0.0.1',
    )
    .option('--json', 'print address and port as one JSON line')
    .action(async ({ port, host, json, ...options }: ServeOptions) => {
      const store = await openStore(storeLocation(options, process.env));
      const server = await startServer(store, { port, host }).catch(async (error: unknown) => {
        await store.close();
        throw error;
      });
      if (json) printLine(JSON.stringify({ url: server.url, port: server.port }));
      else printLine(`Tierlens API on ${server.url} (reference: ${server.url}/reference). Stop with Ctrl+C.`);
      await stopSignal();
      await server.close();
      await store.close();
    });
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 (any free one) to 65535.');
}
