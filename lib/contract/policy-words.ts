import { z } from 'zod';

/** A text in the two languages of the product. */
export const LocalizedText = z.object({ de: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** Names and sentences of a policy version that the extension shows; part of the manifest. */
export const PolicyWords = z.object({
  version: z.string(),
  concept: z.string(),
  /** Best tier first; rank 1 is drawn as a hexagon. */
  tiers: z.array(z.object({ id: z.string(), rank: z.int().min(1), name: LocalizedText })),
  /** Lowest level first. */
  levels: z.array(
    z.object({
      id: z.string(),
      /** e.g. "Basisbetreuung" / "Basic care". */
      name: LocalizedText,
      /** At most 11 characters; the badge's label. */
      shortName: LocalizedText,
      /** What to tell the customer. */
      customerSentence: LocalizedText,
      /** True where the package contains field visits: the tier shape is filled. */
      field: z.boolean(),
      /** True for the level without active care: the tier shape is dashed. */
      passive: z.boolean(),
    }),
  ),
  activityTypes: z.array(
    z.object({
      id: z.string(),
      pool: z.string(),
      name: LocalizedText,
      namePlural: LocalizedText,
      /** Standard minutes of one; absent in manifests from before they were published. */
      minutes: z.int().optional(),
    }),
  ),
  pools: z.array(z.object({ id: z.string(), name: LocalizedText, field: z.boolean() })),
  /** Topics of a request that always reach the owner (domain §7.3). */
  neverRoute: z.array(z.string()).optional(),
});
export type PolicyWords = z.infer<typeof PolicyWords>;
