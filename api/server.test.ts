import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestApi, type TestApi } from './server/test-api.ts';
import { startServer } from './server.ts';
import { TODAY } from './test-company.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.store.close());

const start = (options = {}) => startServer(api.store, { port: 0, now: () => TODAY, ...options });

describe('startServer', () => {
  it('serves over the network, with the same headers and bytes', async () => {
    const server = await start();
    const headers = { authorization: `Bearer ${api.tokens.rep}` };
    const manifest = await fetch(`${server.url}/v1/manifest`, { headers });
    expect(manifest.headers.get('cache-control')).toBe('no-store');
    const { scopes } = (await manifest.json()) as {
      scopes: { layers: { base: { digest: string; bytes: number }[] }[] }[];
    };
    const [part] = scopes[0]?.layers[0]?.base ?? [];
    const response = await fetch(`${server.url}/v1/parts/${part?.digest}`, { headers });
    expect((await response.arrayBuffer()).byteLength).toBe(part?.bytes);
    const etag = manifest.headers.get('etag') as string;
    const again = await fetch(`${server.url}/v1/manifest`, {
      headers: { ...headers, 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    await server.close();
    await expect(fetch(`${server.url}/v1/health`)).rejects.toThrow();
  });

  it('counts refused tokens by the address they come from', async () => {
    const limits = { requests: { burst: 9, perMinute: 9 }, refusals: { burst: 1, perMinute: 1 } };
    const server = await start({ limits });
    const ask = async () => (await fetch(`${server.url}/v1/me`)).status;
    expect([await ask(), await ask()]).toEqual([401, 429]);
    await server.close();
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is taken by another program. Stop it, or choose another port with --port.`,
    );
    other.close();
  });

  it('lets a running request end before it stops', async () => {
    let release: (() => void) | null = null;
    const slow = {
      ...api.store,
      restricted: (async (...[settings, work]: Parameters<typeof api.store.restricted>) => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return api.store.restricted(settings, work);
      }) as typeof api.store.restricted,
    };
    const server = await startServer(slow, { port: 0, now: () => TODAY });
    const pending = fetch(`${server.url}/v1/health`);
    await vi.waitFor(() => expect(release).not.toBeNull());
    const closing = server.close();
    (release as unknown as () => void)();
    expect((await pending).status).toBe(200);
    await closing;
  });
});
