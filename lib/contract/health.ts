import { z } from 'zod';

/** What may happen on a record's page: found beside its heading, put into the corner, taken away by the page too often. */
export const HEALTH_EVENTS = ['matched', 'anchored', 'docked', 'gaveUp'] as const;
export const HealthEvent = z.enum(HEALTH_EVENTS);
export type HealthEvent = z.infer<typeof HealthEvent>;

/** Counts per adapter since the counters were last cleared; kept in this browser. */
export const HealthCounters = z.record(z.string(), z.partialRecord(HealthEvent, z.int().min(0)));
export type HealthCounters = z.infer<typeof HealthCounters>;

/** What somebody may send to support: no names, no ids, no addresses. */
export interface HealthReport {
  version: string;
  browser: string;
  /** ISO time to the minute. */
  at: string;
  sync: string;
  /** The CRM page looked at; null where none is open. */
  page: {
    crm: string | null;
    host: 'cloud' | 'own';
    experimental: boolean;
    kind: string;
    granted: boolean;
    /** The content script of this page answers. */
    running: boolean;
    switchedOff: boolean;
    /** Where the badge was last: null when nothing was told of this page. */
    badge: HealthEvent | null;
    frames: boolean;
  } | null;
  counters: HealthCounters;
}
