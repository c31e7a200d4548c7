import type { PolicyDocument } from '../../lib/contract/policy-document.ts';
import type { PolicyWords } from '../../lib/contract/policy-words.ts';

/** Names and sentences of a concept, as the manifest carries them to the extension. */
export function policyWords(document: PolicyDocument): PolicyWords {
  const isField = (type: string): boolean => {
    const pool = document.activityTypes[type]?.pool;
    return pool !== undefined && document.pools[pool]?.field === true;
  };
  const passiveTier = document.tierRule.kind === 'ladder' ? document.tierRule.passiveTier : null;
  const passiveLevel = document.tiers.find(({ id }) => id === passiveTier)?.cap;
  return {
    version: document.version,
    concept: document.concept,
    tiers: document.tiers.map(({ id, name }, i) => ({ id, rank: i + 1, name })),
    levels: document.levels.map((level) => ({
      id: level.id,
      name: level.name,
      shortName: level.shortName,
      customerSentence: level.customerSentence,
      field: level.package.some(({ type, perYear }) => perYear > 0 && isField(type)),
      passive: level.id === passiveLevel,
    })),
    activityTypes: Object.entries(document.activityTypes).map(
      ([id, { pool, name, namePlural, minutes }]) => ({
        id,
        pool,
        name,
        namePlural,
        minutes: Number(minutes.value),
      }),
    ),
    pools: Object.entries(document.pools).map(([id, { name, field }]) => ({ id, name, field })),
    neverRoute: document.neverRoute,
  };
}
