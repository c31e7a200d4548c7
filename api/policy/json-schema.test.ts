import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policyJsonSchema } from './json-schema.ts';
import { policyReference } from './policy-reference.ts';

it('policy/policy.schema.json is what the checks demand', () => {
  const stored = JSON.parse(readFileSync('policy/policy.schema.json', 'utf8'));
  const hint = 'run `node bin/tierlens.mjs policy schema > policy/policy.schema.json`';
  expect(stored, hint).toEqual(JSON.parse(policyJsonSchema()));
});

it('docs/policy-reference.md is generated from the schema', () => {
  const hint = 'run `node bin/tierlens.mjs policy reference > docs/policy-reference.md`';
  expect(readFileSync('docs/policy-reference.md', 'utf8'), hint).toBe(policyReference());
});
