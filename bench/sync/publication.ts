import type { Part } from '../../api/publish/digested.ts';
import {
  type LayerParts,
  type Manifest,
  type PartRef,
  PROTOCOL_VERSION,
} from '../../lib/contract/manifest.ts';
import { samplePolicy } from '../../tests/support/sample-rows.ts';
import { GLYPHS, generatedAccount } from './rows.ts';
import { wordsParts } from './words-parts.ts';

/** Accounts of one territory. */
const TERRITORY = 100_000;

/** What a state of the generated company is made of. */
export interface Edition {
  accounts: number;
  /** Which judgement the base is of: another one touches every row. */
  evaluation: number;
  /** Accounts that have changed since, spread over the whole company. */
  changes: number;
}

/** Numbers of the changed accounts; those of fewer changes are among those of more. */
export function changedNumbers({ accounts, changes }: Pick<Edition, 'accounts' | 'changes'>): number[] {
  // A step that shares no factor with the number of accounts visits each once.
  const step = 7_919;
  return Array.from({ length: Math.min(changes, accounts) }, (_, i) => (i * step) % accounts);
}

/** The judgement that account `n` shows in this edition. */
export function evaluationOf(edition: Edition, changed: ReadonlySet<number>, n: number): number {
  return changed.has(n) ? edition.evaluation + 1_000 : edition.evaluation;
}

/** Base parts of an edition territory by territory, so that memory holds the rows of one only. */
export async function* baseLayers({ accounts, evaluation }: Edition): AsyncGenerator<TerritoryParts> {
  for (let from = 0; from < accounts; from += TERRITORY) {
    const numbers = Array.from({ length: Math.min(TERRITORY, accounts - from) }, (_, i) => from + i);
    yield await wordsOf(from, numbers, evaluation);
  }
}

/** Parts of what has changed since the base, by territory. */
export async function* changeLayers(edition: Edition): AsyncGenerator<TerritoryParts> {
  const numbers = changedNumbers(edition);
  for (let from = 0; from < edition.accounts; from += TERRITORY) {
    const own = numbers.filter((n) => n >= from && n < from + TERRITORY);
    if (own.length > 0) yield await wordsOf(from, own, edition.evaluation + 1_000);
  }
}

export interface TerritoryParts {
  scope: string;
  accounts: number;
  parts: Part[];
}

async function wordsOf(
  from: number,
  numbers: readonly number[],
  evaluation: number,
): Promise<TerritoryParts> {
  const scope = `territory-${String(from / TERRITORY).padStart(3, '0')}`;
  const parts: Part[] = [];
  for await (const part of wordsParts(numbers.map((n) => generatedAccount(n, evaluation)))) parts.push(part);
  return { scope, accounts: numbers.length, parts };
}

/** The manifest of an edition, as the API makes it for someone who may see the words of all territories. */
export function manifestOf(
  version: string,
  edition: Edition,
  base: readonly { scope: string; accounts: number; refs: PartRef[] }[],
  changes: ReadonlyMap<string, PartRef[]>,
): Manifest {
  return {
    protocol: PROTOCOL_VERSION,
    version,
    company: 'Bench',
    currency: 'EUR',
    evaluation: {
      id: `e${edition.evaluation}`,
      asOf: '2026-10-31',
      policyVersion: '1',
      publishedAt: '2026-11-01T00:00:00.000Z',
    },
    policy: samplePolicy,
    glyphs: [...GLYPHS],
    scopes: base.map(({ scope, accounts, refs }) => ({
      scope,
      name: scope,
      layers: [
        { layer: 'words', accounts, base: refs, changes: changes.get(scope) ?? [] } satisfies LayerParts,
      ],
    })),
  };
}
