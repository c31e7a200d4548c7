import { z } from 'zod';
import { CrmSettingsValues, type CrmSites, GenericCrmSettings } from './crm-settings.ts';
import type { HealthReport } from './health.ts';
import type { Manifest } from './manifest.ts';
import { type Me, type OverlaySettings, type TeamOverlays, Toggle } from './me.ts';
import type { MoneyRow } from './money-row.ts';
import {
  type AccountNotes,
  type DueEntry,
  NOTE_REQUESTS,
  type NoteCounts,
  type ReportsView,
} from './notes.ts';
import type { PortableSettings } from './portable-settings.ts';
import type { WordsRow } from './words-row.ts';

/** What pages of the extension (popup, side panel, options, welcome, card) may ask the worker. */
export const PageRequest = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('state') }),
  z.object({ verb: z.literal('syncNow') }),
  z.object({
    verb: z.literal('connect'),
    apiUrl: z.string().max(2_000),
    token: z.string().max(500),
    remember: z.boolean(),
  }),
  z.object({ verb: z.literal('signOut') }),
  /** One account with what the caller may see. */
  z.object({ verb: z.literal('account'), key: z.string().max(2_000) }),
  /** The record shown by the active tab of a window, with the customer behind it. */
  z.object({ verb: z.literal('activeRecord'), windowId: z.int().nullable() }),
  z.object({ verb: z.literal('search'), text: z.string().max(200), limit: z.int().min(1).max(50) }),
  z.object({ verb: z.literal('setOverlay'), toggle: Toggle, on: z.boolean() }),
  z.object({
    verb: z.literal('setTeamOverlay'),
    toggle: Toggle,
    on: z.boolean(),
  }),
  /** How long the team's toggles hold (`YYYY-MM-DD`, null: without end), and whether members may differ. */
  z.object({ verb: z.literal('setTeamTerms'), until: z.iso.date().nullable(), locked: z.boolean() }),
  z.object({ verb: z.literal('setDiscreet'), minutes: z.int().min(0).max(1_440) }),
  z.object({ verb: z.literal('setLanguage'), language: z.enum(['auto', 'de', 'en']) }),
  /** Whether anything is drawn on the pages of a host. */
  z.object({ verb: z.literal('setHostVisible'), host: z.string().min(1).max(255), visible: z.boolean() }),
  z.object({ verb: z.literal('exportSettings') }),
  /** Replaces the user's settings by those of a file. */
  z.object({ verb: z.literal('importSettings'), text: z.string().max(500_000) }),
  z.object({ verb: z.literal('wipe') }),
  /** The card frame redeems its ticket once. */
  z.object({ verb: z.literal('card'), ticket: z.string().max(100) }),
  /** The card frame asks its own tab to remove it and take focus back. */
  z.object({ verb: z.literal('closeCard') }),
  /** Opens the side panel of the window the page belongs to (popup and card; needs a user gesture). */
  z.object({
    verb: z.literal('openPanel'),
    /** The popup's own window; the worker knows that of pages in tabs. */
    windowId: z.int().optional(),
    /** What the panel opens with: the form for what is not right. */
    intent: z.literal('report').optional(),
  }),
  /** The panel asks once what it was opened for. */
  z.object({ verb: z.literal('takeIntent'), windowId: z.int().nullable() }),
  z.object({ verb: z.literal('crmSettings') }),
  /** Replaces the user's own settings of CRMs. */
  z.object({ verb: z.literal('setCrmSettings'), crms: CrmSettingsValues }),
  /** Which CRM runs on a host that was added by address; null forgets it. */
  z.object({ verb: z.literal('setSite'), host: z.string().max(255), crm: z.string().max(30).nullable() }),
  /** Looks at an open tab of the host and says which CRM it is. */
  z.object({ verb: z.literal('recogniseSite'), host: z.string().max(255) }),
  /** Lets the user point at a record's name on an open tab of the host. */
  z.object({ verb: z.literal('pickOnPage'), host: z.string().max(255) }),
  /** Makes a CRM of what was picked. */
  z.object({ verb: z.literal('addGeneric'), crm: GenericCrmSettings }),
  /** What may be wrong on the CRM page looked at last. */
  z.object({ verb: z.literal('diagnose') }),
  ...NOTE_REQUESTS,
]);
export type PageRequest = z.infer<typeof PageRequest>;

export type SyncPhase = 'signed-out' | 'idle' | 'syncing' | 'offline' | 'error' | 'locked';

/** Named errors; the pages have a sentence for each in both languages. */
export const ERROR_CODES = [
  'wrong-token',
  'api-unreachable',
  'not-an-api',
  'access-withdrawn',
  'not-published',
  'bad-data',
  'storage-full',
  'storage-broken',
  'api-too-new',
  'server-error',
  'bad-address',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface SyncStatus {
  phase: SyncPhase;
  /** Parts fetched and parts wanted while `syncing`. */
  done: number;
  total: number;
  error: ErrorCode | null;
  /** ISO time of the last successful contact, null before the first. */
  syncedAt: string | null;
  /** Figures up to, `YYYY-MM-DD`. */
  asOf: string | null;
  accounts: number;
}

export interface WorkerState {
  sync: SyncStatus;
  apiUrl: string | null;
  /** Prescribed by the company's browser policy: the address, or that no token is kept. */
  locked?: { apiUrl: boolean; remember: boolean };
  me: Me | null;
  /** Toggles by layer, and what holds after all of them. */
  overlays: {
    /** What the company's browser policy prescribes; nobody can change it. */
    managed: OverlaySettings;
    own: OverlaySettings;
    team: TeamOverlays | null;
    effective: Record<Toggle, boolean>;
  };
  /** Hosts on whose pages the user wants nothing drawn. */
  hiddenHosts: readonly string[];
  /** Discreet mode until this ISO time, null when off. */
  discreetUntil: string | null;
  language: 'auto' | 'de' | 'en';
  policy: Manifest['policy'] | null;
  currency: string | null;
  evaluation: Manifest['evaluation'] | null;
  notes?: NoteCounts;
  /** What operations tell everybody who is connected; null or absent for nothing. */
  message?: string | null;
  /** The company asks for a newer version of the extension; nothing is drawn until then. */
  tooOld?: boolean;
}

export interface AccountView {
  key: string;
  words: WordsRow;
  /** Null where the role has no right to amounts or the money toggle is off. */
  money: MoneyRow | null;
  stale: boolean;
  /** Address of the record in the CRM; absent where it is not known. */
  url?: string | undefined;
  /** The CRM's form for a new task about the record; absent where it is not known. */
  newTaskUrl?: string | undefined;
}

export interface SearchHit {
  id: string;
  name: string;
  key: string;
  tier: string;
}

export interface CrmSettingsView {
  own: CrmSettingsValues;
  /** With the policy's word. */
  effective: CrmSettingsValues;
  sites: CrmSites;
  /** What the policy prescribes; the user cannot change it. */
  locked: {
    /** Hosts whose CRM is prescribed. */
    sites: readonly string[];
    monday: boolean;
    /** Hosts described by the policy. */
    generic: readonly string[];
  };
  /** A record page somebody has pointed at; the id in it is still to be marked. */
  picked: { url: string; title: string } | null;
}

export interface PageResponses {
  state: WorkerState;
  syncNow: WorkerState;
  connect: { ok: true; state: WorkerState } | { ok: false; error: ErrorCode };
  signOut: WorkerState;
  account: AccountView | null;
  /** `host`: of the page, null where it is no CRM that was added. */
  activeRecord: { key: string | null; account: AccountView | null; host: string | null };
  search: SearchHit[];
  setOverlay: WorkerState;
  setTeamOverlay: { ok: true; state: WorkerState } | { ok: false; error: ErrorCode };
  setTeamTerms: { ok: true; state: WorkerState } | { ok: false; error: ErrorCode };
  setDiscreet: WorkerState;
  setLanguage: WorkerState;
  setHostVisible: WorkerState;
  exportSettings: PortableSettings;
  importSettings: { ok: true; state: WorkerState } | { ok: false };
  wipe: WorkerState;
  card: AccountView | null;
  closeCard: true;
  openPanel: boolean;
  takeIntent: 'report' | null;
  crmSettings: CrmSettingsView;
  setCrmSettings: CrmSettingsView;
  setSite: CrmSettingsView;
  recogniseSite: { found: 'crm'; crm: string } | { found: 'unknown' | 'no-tab' };
  pickOnPage: boolean;
  addGeneric: CrmSettingsView;
  diagnose: HealthReport;
  notes: AccountNotes;
  report: AccountNotes;
  told: AccountNotes;
  discardNote: WorkerState;
  answersRead: WorkerState;
  reports: ReportsView;
  answerReport: { ok: true } | { ok: false; error: ErrorCode };
  dueList: DueEntry[];
}

/** What the worker tells open pages; they ask again for what they show. */
export type PageEvent =
  | { event: 'state'; state: WorkerState }
  | { event: 'record'; windowId: number }
  /** Reports, answers or the log of what was told have changed. */
  | { event: 'notes' }
  /** Settings of CRMs have changed, or somebody has pointed at a page. */
  | { event: 'crms' }
  /** An open panel is wanted for something: `takeIntent` tells. */
  | { event: 'intent' };
