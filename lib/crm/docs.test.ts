import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCrmCases } from '../../tests/support/load-crm-cases.ts';
import { cloudCrms } from './cloud-crms.ts';
import { adapterOf } from './index.ts';
import { selfHostedCrms } from './self-hosted-crms.ts';

const text = readFileSync(new URL('../../docs/crms.md', import.meta.url), 'utf8');
const allCases = await loadCrmCases();
const definitions = [...new Set([...cloudCrms, ...selfHostedCrms])];
const rows = text
  .split('\n')
  .filter((line) => /^\| `[a-z0-9]+` \|/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

describe('docs/crms.md', () => {
  it('has one row for every CRM, in the order of the list', () => {
    expect(rows.map(([id]) => id)).toEqual(definitions.map(({ id }) => `\`${id}\``));
  });

  it.each(definitions.map((definition) => [definition.id, definition] as const))(
    'says of %s what the code does',
    (id, definition) => {
      const [, name, address, pages, parent, badge, chips, evidence] =
        rows.find(([first]) => first === `\`${id}\``) ?? [];
      expect(name).toBe(definition.name);
      const hosts = definition.hosts.map((pattern) => `\`${pattern.split('/')[2]}\``);
      for (const host of hosts.slice(0, hosts.length > 4 ? 3 : 4)) expect(address).toContain(host);
      if (hosts.length > 4) expect(address).toContain(`and ${hosts.length - 3} more`);
      expect(address?.includes('your own address')).toBe(adapterOf(id)?.selfHosted);
      const objects = new Set(allCases.get(id)?.flatMap((one) => one.expect?.object ?? []));
      expect(new Set(pages?.split(', '))).toEqual(objects);
      expect(parent).toBe(definition.parentLinks ? 'link or key' : objects.size > 1 ? 'key' : '–');
      expect(badge).toBe(definition.titles ? 'beside the heading' : 'docked');
      expect(chips).toBe(definition.linkSelector ? 'yes' : 'no');
      expect(evidence === 'experimental').toBe(definition.experimental ?? false);
    },
  );
});
