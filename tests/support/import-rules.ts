/** One row of the import table in docs/architecture.md. Paths are prefixes; a directory ends in `/`. */
export interface ImportRule {
  /** Files the row is about; the first row that fits decides. */
  from: RegExp;
  /** Our own code it may run. Its own folder is always allowed unless `selfAllowed` is false. */
  files: readonly string[];
  /** Our own code of which it may use types only. */
  types?: readonly string[];
  /** Packages it may run; `*` for any that `never` does not name. */
  packages: readonly string[];
  /** Packages whose types it may use. */
  packageTypes?: readonly string[];
  never?: readonly string[];
  /** Where the code should go instead. */
  advice: string;
}

const EXTENSION_ONLY = ['react', 'react-dom', 'dexie', 'zustand', 'wxt'] as const;

export const importRules: readonly ImportRule[] = [
  {
    from: /^lib\/util\//,
    files: [],
    packages: [],
    advice:
      'lib/util knows nothing of ours: put what needs other folders into the folder that owns the subject.',
  },
  {
    from: /^lib\/engine\//,
    files: ['lib/util/'],
    packages: [],
    advice:
      'the engine is pure maths: read files, clocks and databases in api/ and hand the engine plain values; put schemas into lib/contract.',
  },
  {
    from: /^lib\/contract\//,
    files: ['lib/util/'],
    packages: ['zod'],
    advice: 'the contract holds schemas only: put behaviour into the folder that uses the schema.',
  },
  {
    from: /^lib\/crm\/(index\.ts$)/,
    files: ['lib/util/'],
    types: ['lib/contract/'],
    packages: [],
    advice: 'lib/crm/index.ts is the one list of CRMs: put logic into an adapter or into the caller.',
  },
  {
    from: /^lib\/crm\//,
    files: ['lib/util/'],
    types: ['lib/contract/'],
    packages: [],
    advice:
      'an adapter only reads URLs and, on demand, the DOM handed to it: waiting and observing belong to lib/detection, drawing to lib/overlay, shared parsing to lib/util.',
  },
  {
    from: /^lib\/(detection|overlay)\//,
    files: ['lib/errors/', 'lib/i18n/', 'lib/util/'],
    types: ['lib/crm/', 'lib/contract/'],
    packages: [],
    packageTypes: ['wxt'],
    advice:
      'code that lives in the CRM page gets what it needs as parameters: wire it up in entrypoints/crm.content; data come through lib/messaging from the service worker, never from cache or sync.',
  },
  {
    from: /^lib\/cache\//,
    files: ['lib/contract/', 'lib/errors/', 'lib/util/'],
    packages: ['zod'],
    advice:
      'the cache stores and finds parts: fetching belongs to lib/sync, messages to lib/messaging, wiring to entrypoints/background.',
  },
  {
    from: /^lib\/sync\//,
    files: ['lib/cache/', 'lib/contract/', 'lib/errors/', 'lib/util/'],
    packages: ['zod'],
    advice:
      'sync speaks to the API and the cache through parameters: browser wiring goes to entrypoints/background.',
  },
  {
    from: /^lib\/permissions\//,
    files: ['lib/crm/', 'lib/contract/', 'lib/errors/', 'lib/util/'],
    packages: ['zod'],
    packageTypes: ['wxt'],
    advice:
      'permissions know hosts and registrations only: wiring goes to entrypoints/background, screens to components.',
  },
  {
    from: /^lib\/settings\//,
    files: ['lib/contract/', 'lib/errors/', 'lib/util/'],
    packages: ['zod'],
    packageTypes: ['wxt'],
    advice:
      'settings are read and kept here and used everywhere: screens go to components, wiring to entrypoints/background.',
  },
  {
    from: /^lib\/(messaging|i18n|errors)\//,
    files: ['lib/contract/', 'lib/errors/', 'lib/util/', 'assets/locales/'],
    packages: ['zod'],
    packageTypes: ['wxt'],
    advice:
      'these are leaves used by every entrypoint: what joins them with cache, sync or React goes to an entrypoint.',
  },
  {
    from: /^components\//,
    files: [
      'lib/engine/',
      'lib/contract/',
      'lib/i18n/',
      'lib/settings/',
      'lib/util/',
      'lib/messaging/page-client.ts',
      'assets/',
    ],
    packages: ['react', 'react-dom', 'zustand'],
    advice:
      'components take props and tell events: browser calls, IndexedDB and fetch belong to the entrypoint or the service worker, asked through the page client.',
  },
  {
    from: /^entrypoints\/crm\.content(\/|\.)/,
    files: [
      'lib/crm/',
      'lib/detection/',
      'lib/overlay/',
      'lib/i18n/',
      'lib/errors/',
      'lib/util/',
      'lib/messaging/content-client.ts',
      'assets/',
    ],
    types: ['lib/contract/', 'lib/messaging/'],
    packages: ['wxt'],
    advice:
      'the content script runs in a foreign page: anything with zod, React, IndexedDB or money belongs behind a message to the service worker.',
  },
  {
    from: /^entrypoints\/background(\/|\.)/,
    files: [
      'lib/cache/',
      'lib/sync/',
      'lib/crm/',
      'lib/settings/',
      'lib/permissions/',
      'lib/messaging/',
      'lib/contract/',
      'lib/i18n/',
      'lib/errors/',
      'lib/util/',
      'assets/',
    ],
    packages: ['wxt'],
    advice:
      'the service worker wires cache, sync, settings, permissions and messages: screens go to components, DOM to lib/overlay, maths to lib/engine run by the API.',
  },
  {
    from: /^entrypoints\//,
    files: [
      'components/',
      'lib/settings/',
      'lib/i18n/',
      'lib/contract/',
      'lib/messaging/page-client.ts',
      'lib/cache/',
      'lib/crm/',
      'lib/permissions/',
      'lib/errors/',
      'lib/util/',
      'assets/',
    ],
    types: ['lib/messaging/'],
    packages: ['wxt', 'react', 'react-dom', 'zustand'],
    advice:
      'a page of the extension mounts components and asks the service worker: syncing and writing the cache belong to entrypoints/background.',
  },
  {
    from: /^api\//,
    files: ['lib/engine/', 'lib/contract/', 'lib/crm/', 'lib/util/', 'policy/'],
    packages: ['*'],
    never: EXTENSION_ONLY,
    advice:
      'the API shares engine, contract and CRM normalisers with the extension, nothing else: what both need goes to lib/util or lib/contract.',
  },
  {
    from: /^demo\//,
    files: ['api/', 'lib/engine/', 'lib/contract/', 'lib/crm/', 'lib/util/', 'policy/', 'setup.mjs'],
    packages: ['*'],
    never: EXTENSION_ONLY,
    advice:
      'the demo makes files, serves the sample CRM and starts the API: it must not share code with the overlay it is there to try.',
  },
  {
    from: /^scaffold\//,
    files: ['api/user-error.ts', 'lib/crm/', 'lib/util/'],
    packages: ['*'],
    never: EXTENSION_ONLY,
    advice: 'the generator only writes files: what an adapter needs at run time belongs to lib/crm.',
  },
];
