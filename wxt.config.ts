import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { extensionManifest } from './lib/permissions/extension-manifest.ts';
import { compiledContract } from './wxt.contract.ts';
import { buildCrmScripts } from './wxt.crm-scripts.ts';

/** The list of CRMs stays apart: card and panel do without it. */
const SHARED = {
  name: 'shared',
  minShareCount: 2,
  test: /node_modules|virtual:|components|lib\/(?!crm|permissions)/,
};

/** The same that the manifest says. */
const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, 'package.json'), 'utf8')) as {
  version: string;
};

export default defineConfig({
  srcDir: '.',
  outDir: process.env.TIERLENS_OUT ?? '.output',
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react'],
  manifest: ({ browser }) =>
    extensionManifest(browser, (process.env.TIERLENS_REQUIRED_CRMS ?? '').split(',')),
  hooks: {
    'build:publicAssets': async (_wxt, files) => {
      files.push(...(await buildCrmScripts()));
    },
    // Hosts of runtime-registered content scripts are granted one by one by the user: the list in
    // extensionManifest is complete, whatever the bundler adds to it from the entrypoints.
    'build:manifestGenerated': (wxt, manifest) => {
      const wanted = extensionManifest(
        wxt.config.browser,
        (process.env.TIERLENS_REQUIRED_CRMS ?? '').split(','),
      );
      manifest.permissions = wanted.permissions;
      manifest.host_permissions = wanted.host_permissions;
      // Firefox would open the sidebar by itself after installation.
      if (manifest.sidebar_action) manifest.sidebar_action.open_at_install = false;
    },
  },
  vite: () => ({
    plugins: [compiledContract()],
    define: { VERSION: JSON.stringify(version) },
    build: {
      target: 'es2023',
      modulePreload: { polyfill: false },
      // Each file of a page is one more round through the browser process: what pages share is one file.
      rolldownOptions: {
        output: { codeSplitting: { groups: [SHARED] } },
        // Where nothing of it is used it is left out: looking for `browser` makes the browser set up a second API.
        treeshake: { moduleSideEffects: [{ test: /@wxt-dev\/browser/, sideEffects: false }] },
      },
    },
    resolve: {
      alias: {
        // The one for all browsers carries a copy of what these have.
        dexie: resolve(import.meta.dirname, 'node_modules/dexie/dist/modern/dexie.mjs'),
        'wxt/utils/content-script-context': resolve(
          import.meta.dirname,
          'lib/detection/content-script-context.ts',
        ),
      },
    },
  }),
});
