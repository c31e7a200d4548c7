import { expect, it } from 'vitest';
import { isSameName } from './same-name.ts';

it.each([
  ['Becker Maschinenbau GmbH & Co. KG', 'BECKER Maschinenbau'],
  ['Müller & Söhne OHG', 'Mueller und Soehne'],
  ['Müller+Söhne', 'Müller & Söhne oHG'],
  ['Société Générale S.A.', 'Societe Generale'],
  ['Acme, Inc.', 'ACME Incorporated'],
  ['  Acme   Ltd ', 'Acme Limited'],
  ['AG & Co. KG', 'AG & Co. KG'],
  ['Northern Industrial Sup…', 'Northern Industrial Supplies Ltd'],
  ['ﬁrst Company', 'First Company'],
  ['東京商事', '東京商事'],
  ['x'.repeat(200), 'x'.repeat(10_000)],
])('%j is %j', (heading, name) => {
  expect(isSameName(heading, name)).toBe(true);
});

it.each([
  ['Becker Maschinenbau', 'Becker Anlagenbau'],
  ['Acme', 'Acme Holding'],
  ['Acme North', 'Acme South'],
  ['', ''],
  ['', 'Acme'],
  ['Acme', ''],
  ['Nor…', 'Northern Industrial'],
  ['Northern Industrial', 'Northern Industrial Supplies'],
  ['<img onerror=alert(1)>', 'Acme'],
])('%j is not %j', (heading, name) => {
  expect(isSameName(heading, name)).toBe(false);
});
