import { z } from 'zod';
import { LayerParts, Manifest, type PartRef } from './manifest.ts';

const DIGEST = /^[0-9a-f]{64}$/;
const HASH = /^(?:[0-9a-f]{16})?$/;
const KINDS: readonly unknown[] = ['segment', 'glyphs', 'search'] satisfies PartRef['kind'][];

/** A million accounts have ten thousand references, which a schema takes ten times as long to look through. */
const PartRefs = z.custom<PartRef[]>((value) => Array.isArray(value) && value.every(isPartRef));
const Scope = Manifest.shape.scopes.element;
const FastManifest = Manifest.extend({
  scopes: z.array(
    Scope.extend({ layers: z.array(LayerParts.extend({ base: PartRefs, changes: PartRefs })) }),
  ),
});

/** The manifest where a value is one, just as the schema `Manifest` says; null where it is none. */
export function readManifest(value: unknown): Manifest | null {
  return FastManifest.safeParse(value).data ?? null;
}

function isPartRef(value: unknown): value is PartRef {
  if (typeof value !== 'object' || value === null) return false;
  const { digest, kind, bytes, count, first, last } = value as Record<keyof PartRef, unknown>;
  const matches = (text: unknown, pattern: RegExp) => typeof text === 'string' && pattern.test(text);
  return (
    matches(digest, DIGEST) &&
    KINDS.includes(kind) &&
    isCount(bytes) &&
    isCount(count) &&
    matches(first, HASH) &&
    matches(last, HASH)
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
