import { build, type Rollup } from 'vite';
import { crmScript, SELF_HOSTED_SCRIPT, scriptedCrms } from './lib/crm/crm-scripts.ts';
import { CARD_SCRIPT, DOCKING_SCRIPT, PICKER_SCRIPT } from './lib/permissions/page-parts.ts';

const ENTRY = 'virtual:crm-script';

/** One file of the extension. */
export interface CrmScriptFile {
  relativeDest: string;
  contents: string;
}

/** The scripts of the CRMs, each a self-contained file that a registration puts before the content script. */
export async function buildCrmScripts(): Promise<CrmScriptFile[]> {
  const files = scriptedCrms().map((id) => ({
    relativeDest: crmScript(id),
    source: `import { ${id} } from '/lib/crm/${id}.ts'; addCrms([${id}]);`,
  }));
  files.push({
    relativeDest: SELF_HOSTED_SCRIPT,
    source: "import { selfHostedCrms } from '/lib/crm/self-hosted-crms.ts'; addCrms(selfHostedCrms);",
  });
  files.push(
    {
      relativeDest: DOCKING_SCRIPT,
      source: part(
        'startDocking',
        'docking',
        `loadedParts().docking = (options) => {
          startDocking(options, dockMemory(chrome.runtime));
          if (options.linked) watchParentLink(options.linked);
        };`,
      ),
    },
    {
      relativeDest: CARD_SCRIPT,
      source: part('createCardFrame', 'card-frame', 'loadedParts().card = createCardFrame;'),
    },
    {
      relativeDest: PICKER_SCRIPT,
      source: part('startPicker', 'picker', 'startPicker(document, chrome.runtime);'),
    },
  );
  return Promise.all(
    files.map(async ({ relativeDest, source }) => ({ relativeDest, contents: await bundle(source) })),
  );
}

/** A script that is put into a page only when it is needed there. */
function part(name: string, file: string, run: string): string {
  return `import { ${name} } from '/lib/overlay/${file}.ts'; ${run}`;
}

async function bundle(source: string): Promise<string> {
  const built = (await build({
    root: import.meta.dirname,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'crm-script',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) =>
          id === ENTRY
            ? `import { addCrms } from '/lib/crm/loaded-crms.ts'; import { loadedParts } from '/lib/overlay/loaded-parts.ts'; import { dockMemory } from '/lib/overlay/dock-memory.ts'; import { watchParentLink } from '/lib/detection/watch-parent-link.ts'; ${source}`
            : null,
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      rollupOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  })) as Rollup.RollupOutput;
  return built.output[0].code;
}
