import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../lib/contract/policy-document.ts';
import { assessPortfolio } from '../../../lib/engine/assess-portfolio.ts';
import { account, month } from '../../../tests/support/accounts.ts';
import { compilePolicy } from '../compile-policy.ts';
import { DEFAULT_POLICY_PATH, loadPolicy, parsePolicySource } from '../load-policy.ts';
import { lintPolicy } from './lint-policy.ts';

const today = '2026-11-23';
const because = 'test';

type Draft = PolicyDocument;
function changed(change: (draft: Draft) => void): Draft {
  const draft = structuredClone(loadPolicy().document);
  change(draft);
  return draft;
}
function rulesOf(document: Draft, at = today): string[] {
  return lintPolicy(document, { today: at }).map(({ rule, path }) => `${rule} ${path.join('.')}`);
}

it('the preset has one finding, by design: C cannot always fund BASIS', () => {
  expect(rulesOf(loadPolicy().document)).toEqual(['L-02 tiers.2.cap']);
});

it.each(['abcz-ladder', 'abco-matrix'])('preset %s has no errors', (name) => {
  const { document } = loadPolicy(`policy/${name}.yaml`);
  expect(document.preset).toBe(name);
  expect(lintPolicy(document, { today }).filter(({ severity }) => severity === 'error')).toEqual([]);
});

const cases: [finding: string, change: (draft: Draft) => void][] = [
  [
    'L-03 yield.high.value',
    (d) => {
      d.yield.high.value = 3000;
    },
  ],
  [
    'L-03 tierRule.base.M',
    (d) => {
      if (d.tierRule.kind === 'ladder') d.tierRule.base = { H: 'B', M: 'A', L: 'C', N: 'Z' };
    },
  ],
  [
    'L-03 levels.1.package',
    (d) => {
      d.levels[1]!.package = [];
    },
  ],
  [
    'L-03 tiers.1.cap',
    (d) => {
      d.tiers[0]!.cap = 'BASIS';
    },
  ],
  ['L-03 tiers.4', (d) => void d.tiers.push({ id: 'Y', name: { de: 'Y', en: 'Y' }, cap: 'SELF' })],
  [
    'L-03 explicitRules.1',
    (d) =>
      void d.explicitRules.push(
        { id: 'wide', tier: 'A', yieldAtLeast: 100, because },
        { id: 'narrow', tier: 'B', yieldAtLeast: 200, multiplier: true, because },
      ),
  ],
  [
    'L-03 explicitRules.0',
    (d) => void d.explicitRules.push({ id: 'none', tier: 'A', yieldAtLeast: 2, yieldBelow: 1, because }),
  ],
  [
    'L-04 toleration.maxQuarters.value',
    (d) => {
      d.toleration.maxQuarters.value = 40;
    },
  ],
  [
    'L-04 toleration.budget.value',
    (d) => {
      d.toleration.budget.value = '100 %';
    },
  ],
  [
    'L-04 graceMonths.value',
    (d) => {
      d.graceMonths.value = 24;
    },
  ],
  [
    'L-04 structuralAfter.value',
    (d) => {
      d.structuralAfter.value = 99;
    },
  ],
  [
    'L-06 levels.0.minimum',
    (d) => {
      d.levels[0]!.minimum = [];
    },
  ],
  [
    'L-08 levels.3.customerSentence.en',
    (d) => {
      d.levels[3]!.customerSentence.en = ' ';
    },
  ],
  [
    'L-09 pools.inside.rate.validFrom',
    (d) => {
      d.pools.inside!.rate.validFrom = '2025-11-22';
    },
  ],
  [
    'L-10 hysteresis.value',
    (d) => {
      d.hysteresis.value = 0;
    },
  ],
  [
    'L-11 careShareMax.value',
    (d) => {
      d.careShareMax.value = 1;
    },
  ],
  [
    'L-12 reviewBy',
    (d) => {
      d.reviewBy = '2026-11-22';
    },
  ],
  [
    'LABEL levels.0.shortName.de',
    (d) => {
      d.levels[0]!.shortName.de = 'Selbstbedienung';
    },
  ],
  ['LABEL tiers.0.id', (d) => void renameTier(d, 'Premium')],
  [
    'VALUE careShareMax.value',
    (d) => {
      d.careShareMax.value = '3/2';
    },
  ],
  [
    'VALUE pools.field.rate.value',
    (d) => {
      d.pools.field!.rate.value = -90;
    },
  ],
  [
    'VALUE breakEvenLevel',
    (d) => {
      d.breakEvenLevel = 'NET';
      delete d.overhead;
    },
  ],
  [
    'VALUE overhead.perAccount.value',
    (d) => {
      const perCareHour = { value: 10, unit: 'per hour' as const, because };
      d.overhead = { perAccount: { value: -1, unit: 'per year', because }, perCareHour };
    },
  ],
  [
    'VALUE coverage.floor.value',
    (d) => {
      d.coverage.floor.value = 0;
    },
  ],
  [
    'VALUE limits.promise',
    (d) => {
      d.limits.promise.amber = '110 %';
    },
  ],
  [
    'VALUE potentialHigh.value',
    (d) => {
      d.potentialHigh.value = '-5.00';
    },
  ],
  [
    'REF levels.2.package.0.type',
    (d) => {
      d.levels[2]!.package[0]!.type = 'dinner';
    },
  ],
  [
    'REF activityTypes.call.pool',
    (d) => {
      d.activityTypes.call!.pool = 'crew';
    },
  ],
  [
    'REF onboardingLevel',
    (d) => {
      d.onboardingLevel = 'GOLD';
    },
  ],
  [
    'REF tierRule.passiveTier',
    (d) => {
      if (d.tierRule.kind === 'ladder') d.tierRule.passiveTier = 'Q';
    },
  ],
  [
    'REF levels.1.id',
    (d) => {
      d.levels[1]!.id = 'SELF';
    },
  ],
];

function renameTier(draft: Draft, id: string): void {
  draft.tiers[0]!.id = id;
  if (draft.tierRule.kind === 'ladder') draft.tierRule.base.H = id;
}

describe('each fault is found at its place', () => {
  it.each(cases)('%s', (finding, change) => {
    expect(rulesOf(changed(change))).toContain(finding);
  });

  it('one day before, nothing is too old', () => {
    const document = changed((d) => {
      d.pools.inside!.rate.validFrom = '2025-11-23';
    });
    expect(rulesOf(document)).toEqual(['L-02 tiers.2.cap']);
  });

  it('every finding says why and what to do', () => {
    for (const [, change] of cases) {
      for (const { why, fix } of lintPolicy(changed(change), { today })) {
        expect(why).toMatch(/\.$/);
        expect(fix).toMatch(/\.$/);
      }
    }
  });
});

describe('what only the accounts tell', () => {
  const { document, policy } = loadPolicy();
  const asOf = '2026-10';
  const old = { since: '2015-01' };
  const lint = (draft: Draft, count: number, db2: number, extra: Parameters<typeof account>[1] = {}) => {
    const accounts = Array.from({ length: count }, (_, i) =>
      account(`k${i}`, { ...old, months: [month(policy, asOf, db2, [['call', 1]])], ...extra }),
    );
    const coverage = { field: { logged: 6_000, available: 6_000 } };
    const portfolio = assessPortfolio(compilePolicy(draft), accounts, { asOf, coverage });
    return lintPolicy(draft, { today, portfolio }).map(({ rule }) => rule);
  };
  it('L-01: more promised than there are hours; L-07: all are best', () => {
    expect(lint(document, 3, 5_000_000)).toEqual(expect.arrayContaining(['L-01', 'L-07']));
    expect(lint(document, 2, 5_000_000)).not.toContain('L-01');
  });
  it('L-05: tolerated deficits beyond their budget', () => {
    expect(lint(document, 1, -500, { since: '2026-09' })).toContain('L-05');
    expect(lint(document, 1, -500)).not.toContain('L-05');
  });
});

describe('files', () => {
  const text = readFileSync(DEFAULT_POLICY_PATH, 'utf8');
  it('faults carry the line', () => {
    const broken = text.replace('value: 90.00', 'value: ninety');
    const line = broken.split('\n').findIndex((l) => l.includes('ninety')) + 1;
    expect(() => parsePolicySource(broken, 'p.yaml')).toThrow(`p.yaml:${line}: pools.field.rate.value`);
  });
  it('a number without a reason is refused', () => {
    const bare = text.replace(/because: 126,720[^\n]*/, '');
    expect(() => parsePolicySource(bare, 'p.yaml')).toThrow(/pools\.field\.rate\.because/);
  });
  it('a missing file says so', () => {
    expect(() => loadPolicy('nowhere.yaml')).toThrow(/nowhere\.yaml: cannot be read/);
  });
});
