import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SELF_HOSTED_SCRIPT } from '../../lib/crm/crm-scripts.ts';
import { firstLoad, openBuild } from '../support/build-output.ts';

/** The content script is the same in every CRM; what every page pays. */
const CONTENT_SCRIPT_LIMIT = 12_000;
/** Together with the script of the page's own CRM: a table of addresses and selectors, large for Salesforce only. */
const WITH_CRM_LIMIT = 14_000;
/** At an address of one's own the CRM is found by the shape of the address: the page loads all self-hosted ones. */
const SELF_HOSTED_LIMIT = 17_000;
const PAGE_LIMIT = 150 * 1_000;

/** Text that survives minification of each library: property names and messages. */
const markers = {
  react: /react\.(?:element|transitional\.element|fragment)|__SECRET_INTERNALS|useSyncExternalStore/,
  zod: /invalid_union|ZodError|~standard/,
  dexie: /Dexie|_dbSchema|_allTables/,
  // In a page it would be the page's own.
  indexedDB: /indexedDB/,
} as const;

describe.each(['chrome', 'firefox'] as const)('bundles for %s', (browser) => {
  const build = openBuild(browser);
  const contentScripts = build.files.filter((path) => /^content-scripts\/.*\.js$/.test(path));
  const crmScripts = build.files.filter((path) => /^crms\/.*\.js$/.test(path));
  const pages = build.files.filter((path) => path.endsWith('.html'));

  it('loads a content script of at most 12 kB', () => {
    expect(contentScripts).toHaveLength(1);
    const size = build.gzipSize(contentScripts[0] as string);
    expect(size, `${size} bytes gzipped`).toBeLessThanOrEqual(CONTENT_SCRIPT_LIMIT);
  });

  it('loads at most 14 kB into the page of any CRM: the content script and that CRM’s own script', () => {
    const shared = build.gzipSize(contentScripts[0] as string);
    const heavy = crmScripts
      .map((path) => ({ path, bytes: shared + build.gzipSize(path) }))
      .filter(
        ({ path, bytes }) => bytes > (path === SELF_HOSTED_SCRIPT ? SELF_HOSTED_LIMIT : WITH_CRM_LIMIT),
      );
    expect(crmScripts.length).toBeGreaterThan(3);
    expect(heavy).toEqual([]);
  });

  it.each(Object.entries(markers))('carries no %s into the CRM page', (_, marker) => {
    expect([...contentScripts, ...crmScripts].filter((path) => marker.test(build.read(path)))).toEqual([]);
  });

  it('finds those libraries where they belong, so that the markers prove something', () => {
    const scripts = build.files.filter((path) => path.endsWith('.js')).map((path) => build.read(path));
    for (const library of ['react', 'indexedDB'] as const) {
      expect(
        scripts.some((text) => markers[library].test(text)),
        library,
      ).toBe(true);
    }
  });

  it('would know Dexie, which no build holds, by its own text', () => {
    expect(readFileSync('node_modules/dexie/dist/modern/dexie.min.mjs', 'utf8')).toMatch(markers.dexie);
  });

  it('carries no zod and no Dexie anywhere: the worker would evaluate them at every start', () => {
    const scripts = build.files.filter((path) => path.endsWith('.js'));
    for (const marker of [markers.zod, markers.dexie]) {
      expect(scripts.filter((path) => marker.test(build.read(path)))).toEqual([]);
    }
    expect(build.read('background.js')).toContain('The value does not fit its schema.');
  });

  it.each(pages)('%s loads at most 150 kB before it shows anything', (page) => {
    const size = firstLoad(build, page).reduce((sum, path) => sum + build.gzipSize(path), 0);
    expect(size, `${size} bytes gzipped`).toBeLessThanOrEqual(PAGE_LIMIT);
  });

  it('runs no text as code', () => {
    const faulty = build.files
      .filter((path) => path.endsWith('.js'))
      .filter((path) => /\beval\(|\bnew Function\(|\bFunction\(|importScripts\(/.test(build.read(path)));
    expect(faulty).toEqual([]);
  });

  it('loads nothing from another host', () => {
    const faulty = build.files
      .filter((path) => /\.(js|html|css)$/.test(path))
      .filter((path) =>
        /(?:\bimport\(|\bimport\s*|\bfrom\s*|src=|href=|url\()\s*["'`]?(?:https?:)?\/\/[\w.-]+/.test(
          build.read(path),
        ),
      );
    expect(faulty).toEqual([]);
  });

  it('holds no source map and no path of the machine it was built on', () => {
    expect(build.files.filter((path) => path.endsWith('.map'))).toEqual([]);
    const root = process.cwd();
    const scripts = build.files.filter((path) => /\.(js|html|css|json)$/.test(path));
    expect(scripts.filter((path) => build.read(path).includes(root))).toEqual([]);
  });
});
