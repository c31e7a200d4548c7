import type { PolicyDocument } from '../../../lib/contract/policy-document.ts';
import { parseFraction } from '../../../lib/util/fraction.ts';
import { addMonths } from '../../../lib/util/month.ts';
import { type Finding, warning } from './finding.ts';

const LONGEST_CASE_QUARTERS = 12;
const LONGEST_GRACE_MONTHS = 12;
const LONGEST_WATCH_QUARTERS = 8;

/** What the document alone tells: L-04, L-06, L-08 to L-12. `today` is `YYYY-MM-DD`. */
export function lintCare(document: PolicyDocument, today: string): Finding[] {
  return [
    ...lintToleration(document),
    ...lintLevels(document),
    ...lintAge(document, today),
    ...lintStability(document),
  ];
}

function lintToleration({ toleration, graceMonths, structuralAfter }: PolicyDocument): Finding[] {
  const budget = parseFraction(toleration.budget.value);
  const quarters = Number(toleration.maxQuarters.value);
  const findings: Finding[] = [];
  if (quarters === 0 || quarters > LONGEST_CASE_QUARTERS) {
    findings.push(
      warning(
        'L-04',
        ['toleration', 'maxQuarters', 'value'],
        'A toleration without a near end is a permanent loss with another name.',
        `Give between 1 and ${LONGEST_CASE_QUARTERS} quarters.`,
      ),
    );
  }
  if (budget.n === 0 || budget.n >= budget.d) {
    findings.push(
      warning(
        'L-04',
        ['toleration', 'budget', 'value'],
        'Tolerated losses have no budget that could be exceeded.',
        'Give a share of the surplus, for example 10 %.',
      ),
    );
  }
  if (Number(graceMonths.value) > LONGEST_GRACE_MONTHS) {
    findings.push(
      warning(
        'L-04',
        ['graceMonths', 'value'],
        'New customers are not judged for more than a year.',
        `Give at most ${LONGEST_GRACE_MONTHS} months; approve a development case where it takes longer.`,
      ),
    );
  }
  if (Number(structuralAfter.value) > LONGEST_WATCH_QUARTERS) {
    findings.push(
      warning(
        'L-04',
        ['structuralAfter', 'value'],
        'A loss may go on for more than two years before anybody must decide.',
        `Give at most ${LONGEST_WATCH_QUARTERS} quarters.`,
      ),
    );
  }
  return findings;
}

function lintLevels({ levels }: PolicyDocument): Finding[] {
  return levels.flatMap(({ id, minimum, customerSentence }, i) => {
    const findings: Finding[] = [];
    if (minimum.length === 0) {
      findings.push(
        warning(
          'L-06',
          ['levels', i, 'minimum'],
          `${id} names no duty that is owed at any level.`,
          'Name legal duties, safety notices and complaints caused by us.',
        ),
      );
    }
    for (const language of ['de', 'en'] as const) {
      if (customerSentence[language].trim() !== '') continue;
      findings.push(
        warning(
          'L-08',
          ['levels', i, 'customerSentence', language],
          `Nobody can tell a customer what ${id} means.`,
          'Write the sentence you would say to the customer.',
        ),
      );
    }
    return findings;
  });
}

function lintAge(document: PolicyDocument, today: string): Finding[] {
  const yearAgo = `${addMonths(today.slice(0, 7), -12)}${today.slice(7)}`;
  const rates = Object.entries(document.pools).flatMap(([id, { rate }]) =>
    rate.validFrom >= yearAgo
      ? []
      : warning(
          'L-09',
          ['pools', id, 'rate', 'validFrom'],
          `The rate of ${id} is older than twelve months.`,
          'Divide last year’s cost of the pool by its practical hours and date it anew.',
        ),
  );
  if (document.reviewBy >= today) return rates;
  const review = warning(
    'L-12',
    ['reviewBy'],
    `The review was due on ${document.reviewBy}.`,
    'Think the concept through, then set the next date.',
  );
  return [...rates, review];
}

function lintStability({ hysteresis, careShareMax }: PolicyDocument): Finding[] {
  const share = parseFraction(careShareMax.value);
  const findings: Finding[] = [];
  if (parseFraction(hysteresis.value).n === 0) {
    findings.push(
      warning(
        'L-10',
        ['hysteresis', 'value'],
        'Accounts near a threshold will change tier back and forth.',
        'Give about 10 %.',
      ),
    );
  }
  if (share.n === share.d) {
    findings.push(
      warning(
        'L-11',
        ['careShareMax', 'value'],
        'Care may use up all of DB II: nothing is left for structure and profit.',
        'Give less than 1, for example 1/2.',
      ),
    );
  }
  return findings;
}
