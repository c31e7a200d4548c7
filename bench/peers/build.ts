import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { SAMPLE_PAGES } from '../sync/pages.ts';

const ENTRIES = ['background', 'offscreen', 'sqlite-worker', 'in-page'];

/** Builds the extension that holds the peers into a folder; it is never part of the product. */
export async function buildPeers(folder: string): Promise<void> {
  await bundle(folder, ENTRIES);
  const sqlite = createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
  copyFileSync(sqlite, join(folder, 'sqlite3.wasm'));
  writeFileSync(join(folder, 'offscreen.html'), '<script type="module" src="offscreen.js"></script>');
  writeManifest(folder, 'peers', {
    permissions: ['offscreen', 'unlimitedStorage'],
    content_security_policy: {
      extension_pages:
        "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}

/** Builds an extension whose worker does nothing. */
export async function buildEcho(folder: string): Promise<void> {
  await bundle(folder, ['echo', 'in-page']);
  writeManifest(folder, 'echo', { background: { service_worker: 'echo.js', type: 'module' } });
}

async function bundle(folder: string, names: readonly string[]): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    // It refuses to run twice in one worker, in two versions.
    resolve: { dedupe: ['dexie'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(import.meta.dirname, `${name}.ts`)])),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunk-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  });
}

function writeManifest(folder: string, name: string, more: object): void {
  const manifest = {
    manifest_version: 3,
    name: `bench ${name}`,
    version: '1',
    background: { service_worker: 'background.js', type: 'module' },
    content_scripts: [{ matches: [SAMPLE_PAGES], js: ['in-page.js'], run_at: 'document_start' }],
    ...more,
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}
