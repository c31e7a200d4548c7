import { describe, expect, it } from 'vitest';
import { matchUrl } from '../../lib/crm/index.ts';
import { addressParts, addressTemplate, likelyId, mayVary } from './address-parts.ts';

const HOST = 'crm.acme.example';
const describeUrl = (path: string, varying: readonly string[] = []) => {
  const parts = addressParts(`https://${HOST}${path}`);
  const vary = new Set(parts.flatMap(({ text }, at) => (varying.includes(text) ? [at] : [])));
  return addressTemplate(parts, likelyId(parts), vary);
};

describe('a description made from one address', () => {
  it.each([
    ['/kunden/4711', '/kunden/{id}', '4711'],
    ['/kunden/4711/?tab=2#x', '/kunden/{id}', '4711'],
    ['/app.php?seite=kunde&nr=4711', '/app.php?seite=kunde&nr={id}', '4711'],
    ['/app.php?nr=K%2F17&seite=Gro%C3%9Fkunde', '/app.php?nr={id}&seite=Gro%25C3%259Fkunde', 'K/17'],
    ['/#/de/customer-9/overview', '/#/de/customer-{id}/overview', '9'],
    ['/web#id=45017&model=res.partner', '/web#id={id}&model=res.partner', '45017'],
    ['/o/0a1b2c3d-1111-4222-8333-444455556666', '/o/{id}', '0a1b2c3d-1111-4222-8333-444455556666'],
  ])('%s: %s', (path, template, id) => {
    const url = describeUrl(path);
    expect(url).toBe(template);
    const settings = { generic: [{ host: HOST, url }] };
    expect(matchUrl(`https://${HOST}${path}`, settings)).toMatchObject({ crm: 'generic', id });
  });

  it('takes parts that vary as any, and leaves varying parameters out', () => {
    expect(describeUrl('/de/kunden/4711', ['de'])).toBe('/*/kunden/{id}');
    expect(describeUrl('/app?nr=4711&sicht=x', ['x'])).toBe('/app?nr={id}');
    const settings = { generic: [{ host: HOST, url: describeUrl('/de/kunden/4711', ['de']) }] };
    expect(matchUrl(`https://${HOST}/en/kunden/12`, settings)?.id).toBe('12');
    expect(matchUrl(`https://${HOST}/en/orders/12`, settings)).toBeNull();
  });

  it('lets vary only what counts', () => {
    const parts = addressParts(`https://${HOST}/de/kunden/4711?tab=2`);
    const id = likelyId(parts);
    const may = parts.filter((_, at) => mayVary(parts, id, at)).map(({ text }) => text);
    expect(may).toEqual(['de', 'kunden']);
  });

  it('guesses nothing where no part looks like an id, and reads no nonsense', () => {
    expect(likelyId(addressParts(`https://${HOST}/kunden/acme`))).toBe(-1);
    expect(addressParts('nonsense')).toEqual([]);
  });
});
