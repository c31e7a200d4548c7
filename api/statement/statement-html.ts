import type { LocalizedText, PolicyWords } from '../../lib/contract/policy-words.ts';
import { formatAmount, formatDay } from '../../lib/engine/explain/format.ts';
import type { Language } from '../../lib/engine/explain/template.ts';
import { escapeHtml, page, table } from './html.ts';
import type { Statement } from './statement-format.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

type Creditor = Statement['creditors'][number];

/** The statement as one HTML file to print: a summary, then one sheet per creditor. Self-contained, no script. */
export function statementHtml(figures: Statement, policy: PolicyWords, language: Language): string {
  const words = STATEMENT_WORDS[language];
  const money = (cents: number) => formatAmount(cents, figures.currency, language);
  const minutes = (count: number) => `${count} ${words.minutes}`;
  const pool = (id: string) => nameOf(policy.pools, id, language);
  const period = `${formatDay(figures.period.from, language)} – ${formatDay(figures.period.to, language)}`;
  const head = (title: string) =>
    `<header><p class="never">${escapeHtml(words.never)}</p><h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(`${words.title} ${figures.year}, ${words.views[figures.view]}. ${words.period}: ${period}. ${policy.concept} ${figures.policyVersion} (${words.rules}).`)}</p></header>`;

  const sheet = (creditor: Creditor) => `<section>${head(creditor.name)}
<p>${escapeHtml(`${creditor.id} · ${words.tier} ${creditor.tier} · ${nameOf(policy.levels, creditor.level, language)}`)}</p>
${table(
  [words.pool, words.entitled, words.delivered, words.withheld, words.amount],
  creditor.positions.map((position) => [
    pool(position.pool),
    minutes(position.entitledMinutes),
    minutes(position.deliveredMinutes),
    minutes(position.withheldMinutes) + equivalent(position),
    money(position.cents),
  ]),
  [words.total, '', '', '', money(creditor.cents)],
)}
<h2>${escapeHtml(words.receivers)}</h2>
${table(
  [words.pool, words.tier, words.amount],
  creditor.positions.flatMap((position) =>
    position.receivers.map(({ tier, cents }) => [pool(position.pool), tier, money(cents)]),
  ),
  [words.total, '', money(creditor.cents)],
)}</section>`;

  const equivalent = ({ equivalent: found }: Creditor['positions'][number]) => {
    if (!found) return '';
    const type = policy.activityTypes.find(({ id }) => id === found.type);
    const name = (found.count === 1 ? type?.name : type?.namePlural)?.[language] ?? found.type;
    return ` (${words.couldHaveBeen}: ${found.count} ${name})`;
  };

  const summary = `<section>${head(words.summary)}
${table(
  [words.pool, words.withheld, words.over, words.matched, words.amount, words.shortfall, words.extra],
  figures.pools.map((care) => [
    pool(care.pool),
    minutes(care.withheldMinutes),
    minutes(care.overMinutes),
    minutes(care.matchedMinutes),
    money(care.matchedCents),
    minutes(care.shortfallMinutes),
    minutes(care.extraMinutes),
  ]),
)}
<h2>${escapeHtml(words.groups)}</h2>
${table(
  [words.tier, words.accounts, words.amount],
  figures.debtors.map(({ tier, accounts, cents }) => [tier, String(accounts), money(cents)]),
  [words.total, '', money(figures.debits)],
)}
${figures.debtorAccounts ? debtors(figures.debtorAccounts) : ''}
<p>${escapeHtml(`${words.sumLine}: ${money(figures.credits - figures.debits)}`)}</p>
${figures.creditors.length === 0 ? `<p>${escapeHtml(words.nobody)}</p>` : ''}</section>`;

  function debtors(list: NonNullable<Statement['debtorAccounts']>): string {
    return table(
      [words.accounts, words.tier, words.over, words.amount],
      list.map(({ name, tier, overMinutes, cents }) => [name, tier, minutes(overMinutes), money(cents)]),
    );
  }

  return page(`${words.title} ${figures.year}`, language, [summary, ...figures.creditors.map(sheet)]);
}

/** An id the policy does not know is shown as it is. */
function nameOf(
  list: readonly { id: string; name: LocalizedText }[],
  id: string,
  language: Language,
): string {
  return list.find((entry) => entry.id === id)?.name[language] ?? id;
}
