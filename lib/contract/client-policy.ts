import { z } from 'zod';

const Version = z.string().regex(/^\d+(\.\d+){0,3}$/);

/** An adapter that stays silent in a range of versions of the extension, both ends inclusive; an absent end is open. */
export const AdapterOff = z.object({
  id: z.string().min(1).max(30),
  from: Version.optional(),
  to: Version.optional(),
});
export type AdapterOff = z.infer<typeof AdapterOff>;

/** `GET /v1/client-policy`: data only. What a company's operations tell all its extensions. */
export const ClientPolicy = z.object({
  /** Older versions show nothing and ask to be updated; null: any version. */
  minimumVersion: Version.nullable(),
  adaptersOff: z.array(AdapterOff).max(100),
  /** One line for the popup, null for none. */
  message: z.string().max(300).nullable(),
});
export type ClientPolicy = z.infer<typeof ClientPolicy>;

export const NO_CLIENT_POLICY: ClientPolicy = { minimumVersion: null, adaptersOff: [], message: null };
