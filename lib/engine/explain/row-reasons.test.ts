import { expect, it } from 'vitest';
import { loadPolicy } from '../../../api/policy/load-policy.ts';
import { randomPortfolio } from '../../../tests/support/random-portfolio.ts';
import { assessPortfolio } from '../assess-portfolio.ts';
import { type ReasonCode, wordingOf } from './account-templates.ts';
import { rowReasons } from './row-reasons.ts';
import { readSentence, sentenceOf } from './sentence.ts';

const asOf = '2026-10';
const cases = ['abcz-ladder', 'abco-matrix'].flatMap((name) => [1, 2, 3].map((seed) => ({ name, seed })));

it.each(cases)(
  '$name, seed $seed: rows carry what their sentences show, and words carry no amount',
  ({ name, seed }) => {
    const { policy } = loadPolicy(`policy/${name}.yaml`);
    const { accounts } = assessPortfolio(policy, randomPortfolio(policy, seed, 60, asOf), { asOf });
    for (const account of accounts) {
      for (const money of [true, false]) {
        const reasons = rowReasons(policy, account, { asOf, money });
        expect(reasons.at(-1)).toEqual({
          code: 'source',
          params: { version: policy.version, asOf: '2026-10-31' },
        });
        for (const { code, params } of reasons) {
          for (const language of ['de', 'en'] as const) {
            const known = code as ReasonCode;
            const sentence = sentenceOf({ code: known, params }, { language, currency: 'EUR', money });
            expect(readSentence(sentence, { language, money }).map((found) => found.code)).toContain(code);
            if (!money) expect(wordingOf(known, language, false).text).not.toContain(':money}');
          }
        }
      }
    }
  },
);
