import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budget } from '../../tests/budget.ts';
import { loadCrmCases } from '../../tests/support/load-crm-cases.ts';
import { cloudCrms } from './cloud-crms.ts';
import { adapterOf, adapters, matchUrl, readPage } from './index.ts';
import { selfHostedCrms } from './self-hosted-crms.ts';
import type { UrlCase } from './types.ts';

const allCases = await loadCrmCases();
const casesOf = (crm: string): readonly UrlCase[] => allCases.get(crm) ?? [];
const positives = (crm: string): UrlCase[] => casesOf(crm).filter((one) => one.expect !== null);
const files = readdirSync(new URL('.', import.meta.url));

describe('the list', () => {
  it('holds every CRM of the folder once, under the name of its file', () => {
    const ids = adapters()
      .map(({ id }) => id)
      .sort();
    expect(ids).toEqual([...allCases.keys()]);
    for (const id of ids) expect(files).toContain(`${id}.ts`);
    for (const id of ids) expect(adapterOf(id)?.id).toBe(id);
    expect(adapterOf('nosuch')).toBeNull();
  });

  it('has cloud CRMs in one half and those for any host in the other', () => {
    expect(cloudCrms.filter(({ host, id }) => !host && id !== 'generic')).toEqual([]);
    expect(selfHostedCrms.filter(({ host }) => host)).toEqual([]);
  });
});

describe.each(adapters().map((adapter) => [adapter.id, adapter] as const))('%s', (id, adapter) => {
  it.each(casesOf(id))('$note: $url', ({ url, expect: wanted, settings }) => {
    const record = matchUrl(url, settings);
    if (wanted) expect(record).toMatchObject({ crm: id, ...wanted });
    else expect(record?.object).not.toBe('account');
    // Read twice and from a URL object: no state, no side effect on what is given.
    const given = new URL(url);
    expect(matchUrl(given, settings)).toEqual(record);
    expect(given.href).toBe(new URL(url).href);
  });

  it('has at least two addresses it reads and two it does not', () => {
    expect(positives(id).length).toBeGreaterThanOrEqual(2);
    expect(casesOf(id).length - positives(id).length).toBeGreaterThanOrEqual(2);
  });

  it('says no to the cases of all others', () => {
    const claimed = [...allCases]
      .filter(([other]) => other !== id && other !== 'generic')
      .flatMap(([, cases]) => cases.filter(({ url, settings }) => adapter.match(new URL(url), settings)));
    expect(claimed.map(({ url }) => url)).toEqual([]);
  });

  it('says no to look-alike hosts, to a trailing dot and to plain http', () => {
    for (const { url, settings } of positives(id)) {
      const { protocol, host, hostname } = new URL(url);
      const tail = url.slice(`${protocol}//${host}`.length);
      const fakes = [
        `https://${hostname}./`,
        `http://${hostname}.evil.example/`,
        `https://evil.example/?next=${encodeURIComponent(url)}`,
      ];
      if (!adapter.selfHosted) {
        const bare = hostname.split('.').slice(-2).join('.');
        fakes.push(
          `https://${hostname}.evil.example${tail}`,
          `https://evil${bare}${tail}`,
          `https://x.evil${bare}${tail}`,
        );
        fakes.push(`https://evil.example/${hostname}${tail}`, `https://${hostname}@evil.example${tail}`);
      }
      for (const fake of fakes) expect(matchUrl(fake, settings), fake).toBeNull();
      if (!/localhost$/.test(hostname)) {
        expect(matchUrl(`http://${host}${tail}`, settings), 'http').toBeNull();
      }
      expect(matchUrl(`${protocol}//${hostname}.${tail}`, settings), 'trailing dot').toBeNull();
    }
  });

  it('reads the same record through the Defender proxy', () => {
    for (const { url, settings } of positives(id)) {
      const { protocol, host, hostname, port } = new URL(url);
      if (hostname.endsWith('.mcas.ms') || protocol === 'http:') continue;
      const proxied = `https://${hostname}.mcas.ms${port && `:${port}`}${url.slice(`https://${host}`.length)}`;
      expect(matchUrl(proxied, settings), proxied).toEqual(matchUrl(url, settings));
    }
  });

  it('never throws, whatever stands in an address', () => {
    const seeds = casesOf(id).map(({ url }) => url);
    const mutated = fc
      .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(12), fc.string({ unit: 'binary', maxLength: 12 }))
      .map(([seed, at, cut, text]) => {
        const i = at % (seed.length + 1);
        return seed.slice(0, i) + text + seed.slice(i + cut);
      });
    const settings = fc.dictionary(fc.constantFrom('monday', 'sap', 'generic'), fc.jsonValue());
    fc.assert(
      fc.property(mutated, settings, (url, random) => {
        const page = readPage(url, random);
        if (page?.record) expect(page.record.id).not.toBe('');
      }),
      { numRuns: budget.propertyRuns },
    );
  });

  it('says nothing about long addresses, and says it fast', () => {
    const [{ url }] = positives(id) as [UrlCase];
    const started = performance.now();
    for (const piece of ['/a', '/crm/', '/odoo/1', 'a=1&', '%25', '#']) {
      expect(matchUrl(url + piece.repeat(20_000))).toBeNull();
      matchUrl(url + piece.repeat(Math.floor((7_900 - url.length) / piece.length)));
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});
