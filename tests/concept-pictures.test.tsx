import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { loadPolicy } from '../api/policy/load-policy.ts';
import { advisorSource } from '../api/publish/advisor-source.ts';
import { moneyRow } from '../api/publish/money-row.ts';
import { LedgerChart } from '../components/figures/ledger-chart.tsx';
import { Waterfall } from '../components/figures/waterfall.tsx';
import { WhaleCurve } from '../components/figures/whale-curve.tsx';
import { I18nProvider } from '../components/shared/i18n-context.tsx';
import { assessPortfolio } from '../lib/engine/assess-portfolio.ts';
import { standardCare } from '../lib/engine/cost-to-serve.ts';
import { NOW } from './gallery/fixtures.ts';
import { account } from './support/accounts.ts';
import { projectRoot } from './support/source-files.ts';

/**
 * The pictures of docs/business-concept.md, drawn by the product's own components from the worked example. Taken anew
 * with `npx vitest run tests/concept-pictures.test.tsx -u`.
 */
const asOf = '2026-10';
const { policy } = loadPolicy();
const example: { accounts: Record<string, ExampleAccount> } = JSON.parse(
  readFileSync(join(projectRoot, 'tests/fixtures/golden/P1.json'), 'utf8'),
);
interface ExampleAccount {
  gross: number;
  cogs: number;
  direct: number;
  activities: [type: string, count: number][];
}

const inputs = Object.entries(example.accounts).map(([id, { gross, cogs, direct, activities }]) => {
  const care = activities.map(([type, count]) => standardCare(policy, type, count));
  return account(id, {
    since: '2015-01',
    months: [{ month: asOf, gross, deductions: 0, cogs, direct, care }],
  });
});
const portfolio = assessPortfolio(policy, inputs, { asOf });
const nameOf = (id: string) => id.split('-')[1] ?? id;
const ledger = portfolio.accounts.map(({ id, ledgerLine }) => ({ id, name: nameOf(id), line: ledgerLine }));
const adler = portfolio.accounts[0]!;
const money = moneyRow(portfolio, adler, advisorSource(policy, asOf, inputs, new Map())(adler.id));

const styleOf = (name: string) => readFileSync(join(projectRoot, `assets/styles/${name}.css`), 'utf8');
/** Only what draws charts: other styles may change without the pictures being taken anew. */
const chartRules = styleOf('figures').match(/^\.(chart|bar|whale|number)[^{]*\{[^}]*\}/gm) ?? [];
const styles = [styleOf('tokens'), ...chartRules].join('\n');

/** A page of the product inside a picture, so that it needs no browser to be taken. */
function picture(language: 'de' | 'en', height: number, node: ReactNode): string {
  const body = renderToStaticMarkup(
    <I18nProvider language={language} currency="EUR" now={NOW}>
      {node}
    </I18nProvider>,
  ).replaceAll('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="${height}" viewBox="0 0 420 ${height}">
<foreignObject width="420" height="${height}">
<div xmlns="http://www.w3.org/1999/xhtml" class="picture">
<style><![CDATA[
${styles}
.picture { box-sizing: border-box; width: 420px; height: ${height}px; padding: 12px; font: 13px/1.4 system-ui, sans-serif; color: var(--text); background: var(--surface); }
.picture p { margin: 0; } .picture figure { margin: 0; } .picture .twin { display: none; }
.picture .visually-hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
]]></style>
${body}
</div>
</foreignObject>
</svg>
`;
}

const pictures: Readonly<Record<string, { height: number; node: ReactNode }>> = {
  waterfall: { height: 404, node: <Waterfall money={money} precision="cents" terms /> },
  'whale-curve': { height: 270, node: <WhaleCurve curve={portfolio.whaleCurve} precision="cents" /> },
  ledger: { height: 280, node: <LedgerChart rows={ledger} precision="cents" /> },
};

for (const [name, { height, node }] of Object.entries(pictures)) {
  it.each(['de', 'en'] as const)(`${name} is current in %s`, async (language) => {
    const file = join(projectRoot, 'docs', 'images', `concept-${name}.${language}.svg`);
    await expect(picture(language, height, node)).toMatchFileSnapshot(file);
  });
}

it('the pages on the concept show all of them, and the amounts they draw', () => {
  for (const [language, page] of [
    ['en', 'business-concept.md'],
    ['de', 'business-concept.de.md'],
  ] as const) {
    const text = readFileSync(join(projectRoot, 'docs', page), 'utf8');
    for (const name of Object.keys(pictures)) {
      expect(text).toContain(`(images/concept-${name}.${language}.svg)`);
    }
    const amounts = portfolio.accounts.map(({ db3 }) => db3).concat(ledger.map(({ line }) => line));
    for (const cents of amounts.filter((amount) => amount !== 0)) {
      expect(text, `${cents} cents`).toContain(written(Math.abs(cents), language));
    }
  }
});

function written(cents: number, language: 'de' | 'en'): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(cents / 100);
}
