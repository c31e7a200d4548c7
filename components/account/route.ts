import type { PolicyWords } from '../../lib/contract/policy-words.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { routeRequest } from '../../lib/engine/routing.ts';
import type { MessageKey, Translator } from '../../lib/i18n/translator.ts';

export interface Route {
  verb: WordsRow['routing']['verb'];
  reason: WordsRow['routing']['reason'] | 'never';
  /** The topic that was chosen; null for any other. */
  topic: string | null;
}

/** Where a request goes: as the package says, except for topics that always reach the owner (domain §7.3). */
export function routeOf(
  { routing }: Pick<WordsRow, 'routing'>,
  policy: PolicyWords,
  topic: string | null,
): Route {
  if (topic === null) return { ...routing, topic };
  const verb = routeRequest({ neverRoute: policy.neverRoute ?? [] }, routing, topic);
  return { verb, reason: verb === routing.verb ? routing.reason : 'never', topic };
}

/** A topic in the user's language; one the texts do not know is shown as the policy writes it. */
export function topicName(topic: string, t: Translator): string {
  const key = `routing.topic.${topic}` as MessageKey;
  const name = t(key);
  return name === key ? topic : name;
}
