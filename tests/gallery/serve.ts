import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, preview } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the gallery as it is now and serves it on a free port of this machine; later changes do not reach it. */
export async function serveGallery(): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'tierlens-gallery-'));
  const config: InlineConfig = {
    root: here,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    publicDir: fileURLToPath(new URL('../../assets', import.meta.url)),
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      rollupOptions: { input: [join(here, 'index.html'), join(here, 'list.html')] },
    },
    preview: { host: '127.0.0.1', port: 0 },
  };
  await build(config);
  const server = await preview(config);
  const { port } = server.httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
