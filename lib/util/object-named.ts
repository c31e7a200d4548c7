import type { RecordObject } from './record-key.ts';

const WORDS: readonly (readonly [RecordObject, RegExp])[] = [
  ['account', /^(?:account|compan(?:y|ie)|organi[sz]ation|customer)s?$/i],
  ['contact', /^(?:contact|person|people)s?$/i],
  ['opportunity', /^(?:opportunit(?:y|ie)|deal|potential)s?$/i],
  ['ticket', /^(?:ticket|case|issue|incident|helpdesk)s?$/i],
  ['lead', /^leads?$/i],
];

/** The object that CRMs usually mean by a word in their addresses, singular or plural, or undefined. */
export function objectNamed(word: string): RecordObject | undefined {
  return WORDS.find(([, words]) => words.test(word))?.[0];
}
