import { describe, expect, it } from 'vitest';
import { hostPatterns } from '../../lib/crm/hosts.ts';
import { adapters } from '../../lib/crm/index.ts';
import { openBuild } from '../support/build-output.ts';
import { readProjectFile } from '../support/source-files.ts';

/**
 * What the extension may do: a change here is a change of what people are asked to trust, and needs its row in
 * docs/permissions.md. The whole manifest of each browser is kept beside this file as a snapshot.
 */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self' https: http://sample-crm.localhost:*; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";
const SAMPLE_CRM = 'http://sample-crm.localhost/*';

describe.each(['chrome', 'firefox'] as const)('manifest for %s', (browser) => {
  const { manifest, files } = openBuild(browser);

  it('is the one that was agreed on', async () => {
    const shown = { ...manifest, optional_host_permissions: 'the hosts of lib/crm' };
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(`${browser}-manifest.snap`);
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
    const cloud = adapters()
      .flatMap((adapter) => hostPatterns(adapter, true))
      .filter((host) => host !== SAMPLE_CRM);
    expect(manifest.host_permissions).toEqual([SAMPLE_CRM]);
    expect(new Set(manifest.optional_host_permissions as string[])).toEqual(
      new Set([...cloud, 'https://*/*']),
    );
    const table = readProjectFile('docs/permissions.md');
    expect([SAMPLE_CRM, 'https://*/*'].filter((host) => !table.includes(`\`${host}\``))).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  it('runs under the strict content security policy', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: CSP });
  });

  it('lets pages embed the card frame only, in Chromium at an address that changes with each session', () => {
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

  it('has texts in two languages and icons', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(files.filter((path) => path.endsWith('messages.json'))).toEqual([
      '_locales/de/messages.json',
      '_locales/en/messages.json',
    ]);
    expect(Object.keys((manifest.icons ?? {}) as object).sort()).toContain('128');
  });
});
