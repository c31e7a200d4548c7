import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policyJsonSchema } from './json-schema.ts';

it('policy/policy.schema.json is what the checks demand', () => {
  const stored = JSON.parse(readFileSync('policy/policy.schema.json', 'utf8'));
  const hint = 'run `node bin/tierlens.mjs policy schema > policy/policy.schema.json`';
  expect(stored, hint).toEqual(JSON.parse(policyJsonSchema()));
});
