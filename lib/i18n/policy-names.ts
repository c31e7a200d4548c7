import type { PolicyWords } from '../contract/policy-words.ts';
import type { Language } from './language.ts';

/** Names of the policy by id; an id the policy does not know is shown as it is. */
export function levelName(policy: PolicyWords, id: string, language: Language): string {
  return policy.levels.find((level) => level.id === id)?.name[language] ?? id;
}

export function levelShortName(policy: PolicyWords, id: string, language: Language): string {
  return policy.levels.find((level) => level.id === id)?.shortName[language] ?? id;
}

export function poolName(policy: PolicyWords, id: string, language: Language): string {
  return policy.pools.find((pool) => pool.id === id)?.name[language] ?? id;
}

/** Name of an activity type for a count: "1 Besuch", "2 Besuche" without the number. */
export function activityName(policy: PolicyWords, id: string, count: number, language: Language): string {
  const type = policy.activityTypes.find((candidate) => candidate.id === id);
  if (!type) return id;
  return count === 1 ? type.name[language] : type.namePlural[language];
}

/** Pool that serves a level: the first field pool for a level with visits, else the first inside pool. */
export function poolOfLevel(policy: PolicyWords, id: string): string | null {
  const level = policy.levels.find((candidate) => candidate.id === id);
  if (!level || level.passive) return null;
  return policy.pools.find((pool) => pool.field === level.field)?.id ?? null;
}

/** A policy name inside a sentence: English lowers the first letter ("basic care"), abbreviations stay. */
export function midSentence(name: string, language: Language): string {
  if (language === 'de' || /^\p{Lu}{2}/u.test(name)) return name;
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A policy name at the start of a line: English policies write "visit", a line starts with "Visit". */
export function lineStart(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A tier as people write it: the policy's id, which is also the letter on the badge. */
export function tierRank(policy: PolicyWords, id: string): number {
  return policy.tiers.find((tier) => tier.id === id)?.rank ?? policy.tiers.length;
}
