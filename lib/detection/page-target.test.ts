import { expect, it } from 'vitest';
import { adapterOf, readPage } from '../crm/index.ts';
import { pageTarget } from './page-target.ts';

const target = (text: string) => pageTarget(readPage(new URL(text)), new URL(text));
const sample = 'http://sample-crm.localhost:4811';

it('keeps one identity over the tabs of a record and the pages of a list', () => {
  expect(target(`${sample}/accounts/7/tickets`)?.identity).toBe(target(`${sample}/accounts/7`)?.identity);
  expect(target(`${sample}/accounts`)?.identity).toBe(target(`${sample}/search?q=x`)?.identity);
  expect(target(`${sample}/accounts/7`)?.identity).not.toBe(target(`${sample}/accounts/8`)?.identity);
  expect(target(`${sample}/accounts/7`)?.adapter).toBe(adapterOf('samplecrm'));
});

it('is null where nothing is to be done', () => {
  expect(target(`${sample}/settings`)).toBeNull();
  expect(pageTarget(null, new URL(sample))).toBeNull();
});
