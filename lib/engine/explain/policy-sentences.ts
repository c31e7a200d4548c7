import { reduceFraction } from '../../util/fraction.ts';
import type { Fraction, Policy } from '../types.ts';
import { classCeiling, classFloor, YIELD_CLASSES } from '../yield-class.ts';
import { fillTemplate, type Language, type Params, readTemplate, type Template } from './template.ts';

/** The rules of a concept, each as the one sentence that says it (domain §17.1). */
const RULES = {
  'tier.from': {
    de: { text: '{tier:word}: Deckungsbeitrag vor Betreuung ab {atLeast:money} im Jahr.' },
    en: { text: '{tier:word}: margin before care from {atLeast:money} a year.' },
  },
  'tier.between': {
    de: {
      text: '{tier:word}: Deckungsbeitrag vor Betreuung ab {atLeast:money} und unter {below:money} im Jahr.',
    },
    en: { text: '{tier:word}: margin before care from {atLeast:money} and below {below:money} a year.' },
  },
  'tier.below': {
    de: { text: '{tier:word}: Deckungsbeitrag vor Betreuung unter {below:money} im Jahr.' },
    en: { text: '{tier:word}: margin before care below {below:money} a year.' },
  },
  lift: {
    de: { text: 'Eine Stufe höher bei einem Potenzial ab {potential:money} oder als Multiplikator.' },
    en: { text: 'One tier higher with a potential from {potential:money} or as a multiplier.' },
  },
  matrix: {
    de: {
      text: 'Ertrag ab {medium:money} und Potenzial ab {potential:money}: {highHigh:word}; nur Ertrag: {highLow:word}; nur Potenzial: {lowHigh:word}; keines von beiden: {lowLow:word}.',
    },
    en: {
      text: 'Margin from {medium:money} and potential from {potential:money}: {highHigh:word}; margin only: {highLow:word}; potential only: {lowHigh:word}; neither: {lowLow:word}.',
    },
  },
  cap: {
    de: { text: '{tier:word} erhält höchstens {level:word}.' },
    en: { text: '{tier:word} gets at most {level:word}.' },
  },
  careShare: {
    de: { text: 'Betreuung darf höchstens {share:share} dieses Deckungsbeitrags kosten.' },
    en: { text: 'Care may cost at most {share:share} of this margin.' },
  },
  tolerance: {
    de: {
      text: 'Schwarze Null heißt: nicht weiter als {absolute:money} oder {relative:share} des Nettoerlöses von null.',
    },
    en: {
      text: 'Breaking even means: no further than {absolute:money} or {relative:share} of net revenue from zero.',
    },
  },
  grace: {
    de: {
      text: 'Neue Kunden werden nach {months:count} Monaten bewertet und bis dahin mit {level:word} betreut.',
    },
    en: {
      text: 'New customers are rated after {months:count} months and served with {level:word} until then.',
    },
  },
  permanent: {
    de: { text: 'Nach {quarters:count} Quartalen ohne Deckung ist eine Entscheidung fällig.' },
    en: { text: 'After {quarters:count} quarters without cover a decision is due.' },
  },
  hysteresis: {
    de: {
      text: 'Eine Klasse wird erst bei {share:share} unter ihrer Schwelle verlassen, höchstens {steps:count} Stufe je Bewertung.',
    },
    en: {
      text: 'A class is left only {share:share} below its threshold, at most {steps:count} step per evaluation.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Template>>>>;

export type PolicyRuleCode = keyof typeof RULES;
export interface PolicyRule {
  code: PolicyRuleCode;
  params: Params;
}

/** The rules of a policy that can be read aloud, best tier first. */
export function policyRules(policy: Policy): PolicyRule[] {
  return [
    ...tierRules(policy),
    ...policy.tiers.map(({ id, cap }): PolicyRule => ({ code: 'cap', params: { tier: id, level: cap } })),
    { code: 'careShare', params: { share: lowest(policy.careShareMax) } },
    {
      code: 'tolerance',
      params: { absolute: policy.toleranceAbs, relative: lowest(policy.toleranceRel) },
    },
    { code: 'grace', params: { months: policy.graceMonths, level: policy.onboardingLevel } },
    { code: 'permanent', params: { quarters: policy.structuralAfter } },
    { code: 'hysteresis', params: { share: lowest(policy.hysteresis), steps: policy.stepsDownMax } },
  ];
}

function tierRules(policy: Policy): PolicyRule[] {
  const { tierRule } = policy;
  if (tierRule.kind === 'matrix') {
    const { kind: _, highHigh, highLow, lowHigh, lowLow } = tierRule;
    const bounds = { medium: policy.yield.medium, potential: policy.potentialHigh };
    return [{ code: 'matrix', params: { ...bounds, highHigh, highLow, lowHigh, lowLow } }];
  }
  const ladder = YIELD_CLASSES.map((yieldClass): PolicyRule => {
    const tier = tierRule.base[yieldClass];
    const atLeast = classFloor(policy, yieldClass);
    const below = classCeiling(policy, yieldClass);
    if (atLeast === null) return { code: 'tier.below', params: { tier, below: below ?? 0 } };
    if (below === null) return { code: 'tier.from', params: { tier, atLeast } };
    return { code: 'tier.between', params: { tier, atLeast, below } };
  });
  return [...ladder, { code: 'lift', params: { potential: policy.potentialHigh } }];
}

export function policySentence(rule: PolicyRule, language: Language, currency: string): string {
  return fillTemplate(RULES[rule.code][language], rule.params, { language, currency });
}

/** The rule a sentence says; null for a sentence that says none. */
export function readPolicySentence(sentence: string, language: Language): PolicyRule | null {
  for (const code of Object.keys(RULES) as PolicyRuleCode[]) {
    const params = readTemplate(RULES[code][language], sentence, language);
    if (params) return { code, params };
  }
  return null;
}

/** The sentence knows shares in lowest terms only. */
const lowest = ({ n, d }: Fraction): Fraction => reduceFraction(n, d);
