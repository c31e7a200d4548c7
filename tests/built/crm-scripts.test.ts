import { describe, expect, it } from 'vitest';
import { SELF_HOSTED_SCRIPT, scriptedCrms } from '../../lib/crm/crm-scripts.ts';
import { openBuild } from '../support/build-output.ts';

const CLOUD_LIMIT = 2_000;
const SELF_HOSTED_LIMIT = 4_500;

describe.each(['chrome', 'firefox'] as const)('scripts of CRMs for %s', (browser) => {
  const build = openBuild(browser);
  const scripts = build.files.filter((path) => path.startsWith('crms/'));

  it('are one for each cloud CRM and one for all that may be self-hosted', () => {
    const wanted = [...scriptedCrms().map((id) => `crms/${id}.js`), SELF_HOSTED_SCRIPT];
    expect([...scripts].sort()).toEqual(wanted.sort());
  });

  it.each(scripts)('%s is small and holds no import', (path) => {
    const limit = path === SELF_HOSTED_SCRIPT ? SELF_HOSTED_LIMIT : CLOUD_LIMIT;
    expect(build.gzipSize(path)).toBeLessThanOrEqual(limit);
    expect(build.read(path)).not.toMatch(/\bimport\b|\bexport\b/);
  });
});
