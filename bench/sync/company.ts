import { Worker } from 'node:worker_threads';
import type { Edition } from './publication.ts';

/** The server of the generated company, in a thread of its own. */
export interface Company {
  port: number;
  /** Address of the API. */
  url: string;
  token: string;
  /** Makes an edition the current one. */
  publish(edition: Edition): Promise<{ bytes: number; changeBytes: number; parts: number }>;
  /** Nothing is published: a first sign-in finds nothing to fetch. */
  unpublish(): Promise<void>;
  /** Makes an edition the one that peers read as lines. @returns bytes of all lines */
  writeLines(edition: Edition): Promise<{ bytes: number }>;
  /** Bytes of parts sent and requests answered since the last call. */
  counters(): Promise<{ sent: number; requests: number }>;
  close(): Promise<void>;
}

export async function startCompany(): Promise<Company> {
  const worker = new Worker(new URL('./server.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 4_096 },
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const answer = <T>(id: number) =>
    new Promise<T>((resolve, reject) => waiting.set(id, { resolve: resolve as never, reject }));
  worker.on('message', ({ id, value }: { id: number; value: unknown }) => {
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error as Error);
  });
  const ask = <T>(verb: string, options?: unknown): Promise<T> => {
    const id = ++last;
    worker.postMessage({ id, verb, options });
    return answer<T>(id);
  };
  const port = await answer<number>(0);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    token: 'bench-token',
    publish: (edition) => ask('publish', edition),
    unpublish: () => ask('unpublish'),
    writeLines: (edition) => ask('writeLines', edition),
    counters: () => ask('counters'),
    close: async () => void (await worker.terminate()),
  };
}
