import { z } from 'zod';

export const CHANNELS = ['visit', 'call', 'video', 'email', 'letter', 'other'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/** `POST /v1/communications`: the customer was told about their package. The sender makes the id. */
export const CommunicationInput = z.object({
  id: z.uuid(),
  accountId: z.string().min(1).max(255),
  /** The level the customer was told about. */
  level: z.string().min(1).max(100),
  /** Day, `YYYY-MM-DD`. */
  toldOn: z.iso.date(),
  channel: Channel,
});
export type CommunicationInput = z.infer<typeof CommunicationInput>;

/** Shared with everybody who sees the customer: what was told when and how, not by whom. */
export const Communication = CommunicationInput.extend({
  channel: Channel.catch('other'),
  /** Name for operations and for oneself, null for others. */
  by: z.string().nullable(),
  own: z.boolean(),
});
export type Communication = z.infer<typeof Communication>;

/** `GET /v1/communications?account=`: newest first. */
export const CommunicationList = z.object({ communications: z.array(Communication) });
export type CommunicationList = z.infer<typeof CommunicationList>;
