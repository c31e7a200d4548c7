import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { recogniseCrm, SIGNS_OF_CRMS } from './fingerprint.ts';
import { selfHostedCrms } from './self-hosted-crms.ts';

const folder = new URL('../../tests/fixtures/pages/', import.meta.url);
const recognise = (html: string): string | null => {
  const { document } = new JSDOM(html).window;
  return recogniseCrm((sign) => document.querySelector(sign) !== null);
};

describe('recogniseCrm', () => {
  const own = selfHostedCrms.map(({ id }) => id).filter((id) => id !== 'generic');

  it.each(own)('knows %s by some page of it, and takes no page of it for another', (crm) => {
    const found = readdirSync(new URL(`${crm}/`, folder)).map((file) =>
      recognise(readFileSync(new URL(`${crm}/${file}`, folder), 'utf8')),
    );
    expect(found).toContain(crm);
    expect(found.filter((id) => id !== null && id !== crm)).toEqual([]);
  });

  it('says nothing about a page of something else', () => {
    expect(recognise('<h1>Intranet</h1><a href="/customers/1">x</a>')).toBeNull();
  });

  it('does not decide between two', () => {
    expect(recogniseCrm((sign) => sign === '#pagetitle' || sign === 'div.arearef')).toBeNull();
  });

  it('uses selectors only', () => {
    const { document } = new JSDOM('').window;
    for (const sign of SIGNS_OF_CRMS) expect(() => document.querySelector(sign)).not.toThrow();
  });
});
