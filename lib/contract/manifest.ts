import { z } from 'zod';
import { PolicyWords } from './policy-words.ts';

/** Goes up when a client of the one before cannot read what a server sends. */
export const PROTOCOL_VERSION = 2;

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Hash = z.string().regex(/^[0-9a-f]{16}$/);

export const LAYERS = ['words', 'money'] as const;
export const Layer = z.enum(LAYERS);
export type Layer = z.infer<typeof Layer>;

/**
 * One immutable part, addressed by the SHA-256 of its bytes (formats: `parts/`).
 * - `segment`: lines of JSON ordered by hash, in blocks that are unpacked one by one. `{"row": WordsRow}` stands under
 *   the hash of the account's first record key; `{"h": hash, "row": MoneyRow}` says that hash, for it has no keys; an
 *   alias line `{"h": hash, "to": hash}` leads from a further key.
 * - `glyphs`: shard of the glyph index: hash of every record key and index into `manifest.glyphs`, ascending by hash;
 *   gzip.
 * - `search`: names, and the hashes that their accounts' rows stand under, ordered by normalised name; gzip.
 *
 * Among changes an entry may also say that the base's one is gone from its scope: `{"h": hash, "row": null}`, the
 * glyph index `GLYPH_GONE`, a name of null.
 */
export const PartRef = z.object({
  digest: Digest,
  kind: z.enum(['segment', 'glyphs', 'search']),
  /** Compressed size. */
  bytes: z.int().min(0),
  /** Lines (segment), record keys (glyphs), names (search). */
  count: z.int().min(0),
  /**
   * Lowest and highest hash in the part; empty strings for an empty part. A search part of a base, which is ordered
   * by name, has none.
   */
  first: z.union([Hash, z.literal('')]),
  last: z.union([Hash, z.literal('')]),
});
export type PartRef = z.infer<typeof PartRef>;

/** In place of an index into `manifest.glyphs`: the scope no longer has this record. */
export const GLYPH_GONE = 0xffff;
/** Digests that one request may name. */
export const MAX_PACK_PARTS = 256;

/** Body of `POST /v1/parts`; the answer is the bytes of these parts, one after the other. */
export const PartsRequest = z.object({ digests: z.array(Digest).min(1).max(MAX_PACK_PARTS) });
export type PartsRequest = z.infer<typeof PartsRequest>;

/** What the badge of one account draws; the glyph index points here, so equal glyphs are stored once. */
export const GlyphCode = z.object({
  tier: z.string(),
  letter: z.string(),
  /** 1 hexagon, 2 square, 3 and below round. */
  rank: z.int().min(1),
  fill: z.enum(['filled', 'outline', 'dashed']).catch('outline'),
  level: z.string(),
  sign: z.enum(['carries', 'even', 'carried', 'plan', 'open']).catch('open'),
  /** User state, for the screen-reader sentence. */
  state: z.enum(['carries', 'even', 'carried', 'plan', 'review', 'open']).catch('open'),
  due: z.boolean(),
  route: z.enum(['serve', 'through']),
  /** Pool that serves, for the screen-reader sentence. */
  pool: z.string(),
});
export type GlyphCode = z.infer<typeof GlyphCode>;

export const LayerParts = z.object({
  layer: Layer,
  accounts: z.int().min(0),
  base: z.array(PartRef),
  /** All that differs from the base, by ranges of the hash; looked up before it. */
  changes: z.array(PartRef),
});
export type LayerParts = z.infer<typeof LayerParts>;

/** `GET /v1/manifest`: all the caller may hold, and where its parts are. */
export const Manifest = z.object({
  protocol: z.literal(PROTOCOL_VERSION),
  /** Changes whenever anything in the manifest changes (rights included). */
  version: z.string(),
  company: z.string(),
  currency: z.string(),
  evaluation: z.object({
    id: z.string(),
    /** Figures up to this day, `YYYY-MM-DD`. */
    asOf: z.string(),
    policyVersion: z.string(),
    publishedAt: z.string(),
  }),
  policy: PolicyWords,
  glyphs: z.array(GlyphCode).max(GLYPH_GONE),
  scopes: z.array(z.object({ scope: z.string(), name: z.string(), layers: z.array(LayerParts) })),
});
export type Manifest = z.infer<typeof Manifest>;
