import { z } from 'zod';

/** Random id that a browser profile has given itself. */
export const DeviceId = z.uuid();

/** Body of `POST /v1/cache-key`: which of the user's browsers asks. */
export const CacheKeyRequest = z.object({ device: DeviceId });
export type CacheKeyRequest = z.infer<typeof CacheKeyRequest>;

/** Answer of `POST /v1/cache-key`: the key of this user on this device, 32 bytes in base64. */
export const CacheKey = z.object({ key: z.base64().length(44) });
export type CacheKey = z.infer<typeof CacheKey>;
