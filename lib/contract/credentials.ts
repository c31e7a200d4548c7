import { z } from 'zod';

/** A sign-in as it is kept. The address belongs to the token: it is never sent anywhere else. */
export const Credentials = z.object({
  apiUrl: z.string(),
  token: z.string(),
  /** Key of the local cache, base64; kept as long as the token. */
  cacheKey: z.string().optional(),
});
export type Credentials = z.infer<typeof Credentials>;
