import { describe, expect, it } from 'vitest';
import { openBuild } from '../support/build-output.ts';
import { readProjectFile } from '../support/source-files.ts';

/**
 * What the extension may do, written out: a change here is a change of what people are asked to trust, and needs
 * its row in docs/permissions.md.
 */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self' https: http://sample-crm.localhost:*; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

describe.each(['chrome', 'firefox'] as const)('manifest for %s', (browser) => {
  const { manifest, files } = openBuild(browser);
  const background = manifest.background as { service_worker?: string; scripts?: string[] };

  it('is a complete Manifest V3 with texts in two languages', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.default_locale).toBe('en');
    expect(files.filter((path) => path.endsWith('messages.json'))).toEqual([
      '_locales/de/messages.json',
      '_locales/en/messages.json',
    ]);
    expect(background.service_worker ?? background.scripts?.[0]).toBe('background.js');
  });

  it('asks for exactly the permissions explained in docs/permissions.md', () => {
    const chrome = ['alarms', 'scripting', 'sidePanel', 'storage'];
    const wanted = browser === 'chrome' ? chrome : chrome.filter((name) => name !== 'sidePanel');
    const asked = [...(manifest.permissions as string[])].sort();
    expect(asked).toEqual(wanted);
    const table = readProjectFile('docs/permissions.md');
    expect(asked.filter((name) => !table.includes(`| \`${name}\` |`))).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
  });

  it('may reach the sample CRM at once and every other CRM only after a click', () => {
    expect(manifest.host_permissions).toEqual(['http://sample-crm.localhost/*']);
    const optional = manifest.optional_host_permissions as string[];
    expect(optional).toEqual(['https://*/*']);
    const table = readProjectFile('docs/permissions.md');
    expect(
      ['http://sample-crm.localhost/*', ...optional].filter((host) => !table.includes(`\`${host}\``)),
    ).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  it('runs under the strict content security policy', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: CSP });
  });

  it('lets pages embed the card frame only, at an address that changes with each session', () => {
    const resources = manifest.web_accessible_resources as {
      resources: string[];
      use_dynamic_url?: boolean;
    }[];
    expect(resources.flatMap((entry) => entry.resources)).toEqual(['card.html']);
    if (browser === 'chrome') expect(resources.every((entry) => entry.use_dynamic_url)).toBe(true);
  });

  it('cannot be spoken to by pages or other extensions', () => {
    if (browser === 'chrome') expect(manifest.externally_connectable).toEqual({ ids: [] });
    else expect(manifest.externally_connectable).toBeUndefined();
  });

  it('names files that exist', () => {
    const named = JSON.stringify(manifest).match(/"[\w./-]+\.(?:html|js|png|svg|json)"/g) ?? [];
    const missing = named
      .map((text) => text.slice(1, -1).replace(/^\//, ''))
      .filter((path) => !files.includes(path));
    expect(missing).toEqual([]);
  });
});
