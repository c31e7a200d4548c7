import { z } from 'zod';
import { type CrmSettingsValues, DockPlace } from './crm-settings.ts';
import { HealthEvent } from './health.ts';
import { MAX_LOOKUP_KEYS } from './lookup.ts';

const RecordKeyText = z.string().min(1).max(2_000);

/** What a content script may ask. Pages of the extension have their own, larger set. */
export const ContentRequest = z.discriminatedUnion('verb', [
  /** Wakes the worker at document_start and learns how to draw. */
  z.object({ verb: z.literal('hello') }),
  /** Glyphs for record keys; `page` is the record the tab itself shows (null: none) for panel and popup. */
  z.object({
    verb: z.literal('lookup'),
    keys: z.array(RecordKeyText).max(MAX_LOOKUP_KEYS),
    page: z
      .object({ keys: z.array(RecordKeyText).max(4), heading: z.string().max(200) })
      .nullable()
      .optional(),
  }),
  /** Does the heading on the page name the record's account? Compared in the worker, never stored or sent. */
  z.object({ verb: z.literal('confirm'), key: RecordKeyText, heading: z.string().max(200) }),
  z.object({ verb: z.literal('openPanel') }),
  /** A single-use ticket for the card frame. */
  z.object({ verb: z.literal('loadCard') }),
  z.object({ verb: z.literal('cardTicket'), key: RecordKeyText }),
  /** What became of the badge on a record's page; counted locally. A docked one gets the code that moves it. */
  z.object({ verb: z.literal('health'), crm: z.string().max(30), outcome: HealthEvent.exclude(['matched']) }),
  /** The place the docked badge had on this host. */
  z.object({ verb: z.literal('dock') }),
  /** The user has moved the docked badge. */
  z.object({ verb: z.literal('setDock'), place: DockPlace }),
  /** The user has pointed at the name of a record on a page nobody knows. */
  z.object({ verb: z.literal('picked'), url: z.string().max(8_000), title: z.string().max(500) }),
]);
export type ContentRequest = z.infer<typeof ContentRequest>;

/** All a content script learns of one record: what to draw, in the user's language. */
export interface GlyphView {
  letter: string;
  rank: number;
  fill: 'filled' | 'outline' | 'dashed';
  /** Label of the badge: level short name, or routing verb for inside sales. */
  label: string;
  sign: 'carries' | 'even' | 'carried' | 'plan' | 'open';
  due: boolean;
  stale: boolean;
  /** Sentence for screen readers. */
  sentence: string;
}

/** Glyphs of the keys asked for: lists repeat a few of them, so each is sent once. */
export interface GlyphViews {
  views: GlyphView[];
  /** By key, in the order asked: index into `views`, or null for whatever is not one of the user's accounts. */
  glyphs: (number | null)[];
}

export interface OverlayState {
  /** False: draw nothing, watch nothing (signed out, locked, discreet, or badge and chips both off). */
  active: boolean;
  badge: boolean;
  chips: boolean;
  language: 'de' | 'en';
  crm: CrmRules;
}

/** How pages of the asking host are to be read. */
export interface CrmRules {
  settings: CrmSettingsValues;
  /** Adapters switched off by the client policy. */
  off: readonly string[];
  /** The one CRM that runs on this host of the company's own; null: told by the shape of the address. */
  only: string | null;
}

export interface ContentResponses {
  hello: OverlayState;
  lookup: { overlay: OverlayState } & GlyphViews;
  confirm: 'same' | 'different' | 'unknown';
  openPanel: boolean;
  loadCard: null;
  cardTicket: string | null;
  health: null;
  dock: DockPlace | null;
  setDock: null;
  picked: null;
}

/** What the worker tells content scripts: draw anew (settings, sign-in or data have changed). */
export type ContentEvent =
  | { event: 'overlay-changed' }
  /** The card frame is done (Esc, link followed): remove it, focus goes back to the badge. */
  | { event: 'close-card' };
