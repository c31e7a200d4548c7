import { z } from 'zod';
import { PolicyWords } from './policy-words.ts';

export const PROTOCOL_VERSION = 1;

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Hash = z.string().regex(/^[0-9a-f]{16}$/);

export const LAYERS = ['words', 'money'] as const;
export const Layer = z.enum(LAYERS);
export type Layer = z.infer<typeof Layer>;

/**
 * One immutable part, addressed by the SHA-256 of its bytes (gzip).
 * - `segment`: JSON lines ordered by hash. A row line is `{"h": hash, "row": WordsRow | MoneyRow}`, stored under
 *   the hash of the account's first record key; an alias line `{"h": hash, "to": hash}` leads from a further key.
 * - `glyphs`: binary shard of the glyph index: per entry 4 bytes high lane, 4 bytes low lane, 2 bytes index into
 *   `manifest.glyphs`, big endian, ascending by hash.
 * - `search`: JSON lines `{"h": hash, "id": account id, "n": name}` ordered by normalised name.
 *
 * Among changes a line may also say that the base's one is gone from its scope: `{"h": hash, "row": null}`, the
 * glyph index `GLYPH_GONE`, `{"id": account id, "n": null}`.
 */
export const PartRef = z.object({
  digest: Digest,
  kind: z.enum(['segment', 'glyphs', 'search']),
  /** Compressed size. */
  bytes: z.int().min(0),
  /** Lines (segment, search) or entries (glyphs). */
  count: z.int().min(0),
  /**
   * Lowest and highest hash in the part; empty strings for an empty part. A search part of a base, which is ordered
   * by name, has none; one of changes has those of its account ids.
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
