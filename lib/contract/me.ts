import { z } from 'zod';

export const ROLES = ['rep', 'inside', 'lead', 'operations'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const TOGGLES = ['badge', 'sign', 'chips', 'money', 'routing'] as const;
export const Toggle = z.enum(TOGGLES);
export type Toggle = z.infer<typeof Toggle>;

/** On/off of each overlay; a missing one means "no say" and the next layer decides (default: on). */
export const OverlaySettings = z.partialRecord(Toggle, z.boolean());
export type OverlaySettings = z.infer<typeof OverlaySettings>;

/** Overlays a lead has set for a team. A toggle never widens rights. */
export const TeamOverlays = z.object({
  team: z.string(),
  settings: OverlaySettings,
  /** Last day they hold, `YYYY-MM-DD`; null without end. */
  until: z.string().nullable(),
  /** Locked: the members' own toggles do not count. */
  locked: z.boolean(),
  setBy: z.string(),
  updatedAt: z.string(),
});
export type TeamOverlays = z.infer<typeof TeamOverlays>;

/** Body of `PUT /v1/teams/{team}/overlays`. */
export const TeamOverlaysInput = TeamOverlays.pick({ settings: true, until: true, locked: true });
export type TeamOverlaysInput = z.infer<typeof TeamOverlaysInput>;

/** `GET /v1/me`: small, asked for often; tells whether the manifest is worth fetching. */
export const Me = z.object({
  user: z.string(),
  name: z.string(),
  role: Role,
  team: z.string().nullable(),
  teamName: z.string().nullable(),
  scopes: z.array(z.string()),
  layers: z.array(z.enum(['words', 'money'])),
  /** Null before the first publication. */
  manifestVersion: z.string().nullable(),
  overlays: TeamOverlays.nullable(),
  /** For leads: what waits in their scopes. */
  counts: z.object({ bestWaiting: z.int(), decisionsPending: z.int() }).nullable(),
  /** Own reports with an answer; for operations, all reports without one. Absent where the API is older. */
  feedback: z.object({ answered: z.int(), open: z.int().nullable() }).optional(),
  company: z.string(),
  serverTime: z.string(),
});
export type Me = z.infer<typeof Me>;
