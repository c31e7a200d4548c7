import type { PolicyDocument } from '../../../lib/contract/policy-document.ts';
import { parseCents, parseFraction } from '../../../lib/util/fraction.ts';
import { compareRatio } from '../../../lib/util/ratio.ts';
import { error, type Finding } from './finding.ts';

const LABEL_LENGTH = 11;
const TIER_LENGTH = 2;

/** Numbers no company can mean, and labels the badge cannot show. */
export function lintValues(document: PolicyDocument): Finding[] {
  return [
    ...lintOverhead(document),
    ...lintRateBase(document),
    ...lintSeasons(document),
    ...lintRates(document),
    ...lintShares(document),
    ...lintLabels(document),
  ];
}

function lintOverhead({ breakEvenLevel, overhead }: PolicyDocument): Finding[] {
  if (breakEvenLevel === 'NET' && !overhead) {
    return [
      error(
        'VALUE',
        ['breakEvenLevel'],
        'The black zero lies after structural costs, and no share of them is given.',
        'Describe overhead, or let the black zero lie at DB3.',
      ),
    ];
  }
  return (['perAccount', 'perCareHour'] as const).flatMap((part) =>
    !overhead || parseCents(overhead[part].value) >= 0
      ? []
      : error('VALUE', ['overhead', part, 'value'], 'Structural costs are below zero.', 'Give zero or more.'),
  );
}

function lintRateBase({ fxMode, fxBaseMonth }: PolicyDocument): Finding[] {
  if (fxMode !== 'constant' || fxBaseMonth !== undefined) return [];
  return [
    error(
      'VALUE',
      ['fxMode'],
      'Yield is judged at constant exchange rates, and no month is named whose rates they are.',
      'Name it as fxBaseMonth: YYYY-MM, or leave fxMode out.',
    ),
  ];
}

function lintSeasons({ seasons = {} }: PolicyDocument): Finding[] {
  return Object.entries(seasons).flatMap(([name, { weights }]) =>
    weights.some((weight) => weight > 0)
      ? []
      : error(
          'VALUE',
          ['seasons', name, 'weights'],
          'No month of the season weighs anything.',
          'Give the months in which business is done a weight above zero.',
        ),
  );
}

function lintRates(document: PolicyDocument): Finding[] {
  const rates = Object.entries(document.pools).flatMap(([id, { rate }]) =>
    parseCents(rate.value) > 0
      ? []
      : error(
          'VALUE',
          ['pools', id, 'rate', 'value'],
          `An hour of ${id} costs ${rate.value}.`,
          'Give cost of the supplied capacity divided by practical hours, above zero.',
        ),
  );
  const amounts = (
    [
      [['yield', 'high', 'value'], document.yield.high.value],
      [['yield', 'medium', 'value'], document.yield.medium.value],
      [['potentialHigh', 'value'], document.potentialHigh.value],
      [['multiplierCredit', 'value'], document.multiplierCredit?.value ?? '0'],
      [['tolerance', 'absolute', 'value'], document.tolerance.absolute.value],
      [['toleration', 'planSlack', 'value'], document.toleration.planSlack.value],
    ] as const
  ).flatMap(([path, value]) =>
    parseCents(value) >= 0
      ? []
      : error('VALUE', path, `The amount ${value} is below zero.`, 'Give it as a positive amount.'),
  );
  return [...rates, ...amounts];
}

function lintShares(document: PolicyDocument): Finding[] {
  const careShare = parseFraction(document.careShareMax.value);
  const floor = parseFraction(document.coverage.floor.value);
  const findings: Finding[] = [];
  if (careShare.n > careShare.d) {
    findings.push(
      error(
        'VALUE',
        ['careShareMax', 'value'],
        'Care may cost more than the account brings in.',
        'Give at most 1, better 1/2: the rest pays structure and profit.',
      ),
    );
  }
  if (floor.n === 0) {
    findings.push(
      error(
        'VALUE',
        ['coverage', 'floor', 'value'],
        'With a floor of zero a hole in the log becomes endless cost.',
        'Give a share above zero, for example 40 %.',
      ),
    );
  }
  for (const [name, bounds] of Object.entries(document.limits)) {
    if (!('amber' in bounds) || name === 'singleRecipient') continue;
    const amber = parseFraction(bounds.amber);
    const red = parseFraction(bounds.red);
    if (compareRatio(amber.n, amber.d, red.n, red.d) <= 0) continue;
    findings.push(
      error('VALUE', ['limits', name], 'Red is reached before amber.', 'Give amber the smaller share.'),
    );
  }
  return findings;
}

function lintLabels(document: PolicyDocument): Finding[] {
  const labels = document.levels.flatMap(({ shortName }, i) =>
    (['de', 'en'] as const).flatMap((language) =>
      [...shortName[language]].length <= LABEL_LENGTH && shortName[language] !== ''
        ? []
        : error(
            'LABEL',
            ['levels', i, 'shortName', language],
            `"${shortName[language]}" does not fit on the badge.`,
            `Give between 1 and ${LABEL_LENGTH} characters.`,
          ),
    ),
  );
  const tiers = document.tiers.flatMap(({ id }, i) =>
    [...id].length <= TIER_LENGTH
      ? []
      : error(
          'LABEL',
          ['tiers', i, 'id'],
          `"${id}" does not fit into the tier's shape.`,
          `Give at most ${TIER_LENGTH} characters; the name may be long.`,
        ),
  );
  return [...labels, ...tiers];
}
