import type { GlyphView, GlyphViews, OverlayState } from '../../lib/contract/content-messages.ts';
import type { GlyphCode, Manifest } from '../../lib/contract/manifest.ts';
import type { Me, Toggle } from '../../lib/contract/me.ts';
import type { AccountView, WorkerState } from '../../lib/contract/page-messages.ts';
import type { UserSettings } from '../../lib/contract/user-settings.ts';
import type { WordsRow } from '../../lib/contract/words-row.ts';
import { type BadgeTranslator, createBadgeTranslator } from '../../lib/i18n/badge-translator.ts';
import { type Language, resolveLanguage } from '../../lib/i18n/language.ts';
import { isDiscreet } from '../../lib/settings/discreet.ts';
import type { ManagedSettings } from '../../lib/settings/managed.ts';
import { effectiveOverlays } from '../../lib/settings/overlays.ts';
import { DEFAULT_MAX_CACHE_AGE_HOURS, type Freshness, freshness } from '../../lib/sync/freshness.ts';
import { glyphOfRow } from '../../lib/sync/read-through.ts';
import { syncStatus } from '../../lib/sync/status.ts';
import { andThen } from '../../lib/util/and-then.ts';
import { rememberLast } from '../../lib/util/remember-last.ts';
import { crmRules, isTooOld } from './crm-rules.ts';
import { glyphView } from './glyph-view.ts';
import { openAddresses, recordAddress } from './record-address.ts';
import type { Worker } from './worker.ts';

export function language(worker: Worker): Language {
  return resolveLanguage(worker.user.language, worker.browserLanguage());
}

const translators = new Map<Language, BadgeTranslator>();

export function translator(worker: Worker): BadgeTranslator {
  const wanted = language(worker);
  const made = translators.get(wanted) ?? createBadgeTranslator(wanted);
  translators.set(wanted, made);
  return made;
}

const togglesOf = rememberLast(
  (managed: ManagedSettings, me: Me | null, { own }: UserSettings, today: string): Record<Toggle, boolean> =>
    effectiveOverlays({ managed: managed.overlays ?? {}, team: me?.overlays ?? null, own }, today),
);

export function toggles(worker: Worker): Record<Toggle, boolean> {
  return togglesOf(worker.managed, worker.me, worker.user, worker.today());
}

function age(worker: Worker): Freshness {
  const hours = worker.managed.maxCacheAgeHours ?? DEFAULT_MAX_CACHE_AGE_HOURS;
  return freshness(worker.contact, worker.now(), hours);
}

/** True while somebody is signed in and the data are young enough: else nothing of them is shown anywhere. */
export function mayShow(worker: Worker): boolean {
  const { name } = worker.sync.state;
  // What a start goes on with is shown before the database is read.
  const signedIn =
    name === 'booting' ? worker.cache.visible !== null : name !== 'signed-out' && name !== 'clearing';
  return signedIn && age(worker) !== 'expired';
}

/** The manifest that glyph numbers refer to: the visible one, or that of the first sync under way. */
function shownManifest(worker: Worker): Manifest | null {
  return (worker.cache.visible ?? worker.sync.pending)?.manifest ?? null;
}

/** What may be drawn on a page, and how the page is to be read. */
export function pageOverlay(worker: Worker, pageUrl: string): OverlayState {
  const overlay = overlayState(worker);
  const { hiddenHosts } = worker.user;
  const hidden = hiddenHosts.length > 0 && hiddenHosts.includes(new URL(pageUrl).host);
  return { ...overlay, active: overlay.active && !hidden, crm: crmRules(worker, pageUrl) };
}

export function overlayState(worker: Worker): Omit<OverlayState, 'crm'> {
  const { badge, chips } = toggles(worker);
  const active =
    mayShow(worker) &&
    !isTooOld(worker) &&
    shownManifest(worker) !== null &&
    !isDiscreet(worker.user.discreetUntil, worker.now()) &&
    (badge || chips);
  return { active, badge, chips, language: language(worker) };
}

/** Glyphs for record keys: each different one once, and which of them every key has. */
export function glyphViews(worker: Worker, keys: readonly string[]): GlyphViews | Promise<GlyphViews> {
  return andThen(glyphsOf(worker, keys), (found) => drawnGlyphs(worker, keys, found));
}

function drawnGlyphs(
  worker: Worker,
  keys: readonly string[],
  found: readonly (GlyphCode | null)[],
): GlyphViews {
  const manifest = shownManifest(worker);
  if (manifest === null || worker.me === null) return { views: [], glyphs: keys.map(() => null) };
  const draw = createDrawing(worker, manifest, worker.me);
  const views: GlyphView[] = [];
  const numbers = new Map<GlyphCode, number>();
  const glyphs = found.map((glyph) => {
    if (glyph === null) return null;
    let number = numbers.get(glyph);
    if (number === undefined) {
      number = views.push(draw(glyph)) - 1;
      numbers.set(glyph, number);
    }
    return number;
  });
  return { views, glyphs };
}

let drawn: { by: string; views: Map<GlyphCode, GlyphView> } = { by: '', views: new Map() };

/** Draws each glyph of a manifest once, as long as all that its drawing depends on stays the same. */
function createDrawing(worker: Worker, manifest: Manifest, { role }: Me): (glyph: GlyphCode) => GlyphView {
  const shown = { toggles: toggles(worker), role, stale: age(worker) === 'stale' };
  const by = JSON.stringify([manifest.version, language(worker), shown]);
  if (drawn.by !== by) drawn = { by, views: new Map() };
  const { views } = drawn;
  const context = { policy: manifest.policy, t: translator(worker), ...shown };
  return (glyph) => {
    const view = views.get(glyph) ?? glyphView(glyph, context);
    views.set(glyph, view);
    return view;
  };
}

/** Null for whatever is not one of the user's accounts, and for all where nothing may be shown. */
function glyphsOf(
  worker: Worker,
  keys: readonly string[],
): (GlyphCode | null)[] | Promise<(GlyphCode | null)[]> {
  const manifest = shownManifest(worker);
  if (keys.length === 0 || manifest === null || !mayShow(worker)) return keys.map(() => null);
  if (worker.cache.visible === null) return glyphsReadThrough(worker, keys, manifest);
  return andThen(worker.cache.glyphs(keys), (found) =>
    found.map((index) => (index === null ? null : (manifest.glyphs[index] ?? null))),
  );
}

async function glyphsReadThrough(
  worker: Worker,
  keys: readonly string[],
  { glyphs }: Manifest,
): Promise<(GlyphCode | null)[]> {
  const rows = await worker.readThrough.rows(keys);
  return keys.map((key) => {
    const row = rows.get(key) ?? null;
    return row && glyphOfRow(row, glyphs);
  });
}

/** What is known of an account in words, without asking for more; null where nothing may be shown. */
export async function accountWords(worker: Worker, key: string): Promise<WordsRow | null> {
  if (!mayShow(worker)) return null;
  if (worker.cache.visible !== null) return worker.cache.words(key);
  const row = shownManifest(worker) === null ? null : (await worker.readThrough.rows([key])).get(key);
  return row?.words ?? null;
}

/** One account with what the user may see; null where there is none or nothing may be shown. */
export async function accountView(worker: Worker, key: string): Promise<AccountView | null> {
  if (!mayShow(worker)) return null;
  const withMoney = toggles(worker).money;
  const stale = age(worker) === 'stale';
  if (worker.cache.visible === null) {
    const row = shownManifest(worker) === null ? null : (await worker.readThrough.rows([key])).get(key);
    return row ? { key, words: row.words, money: withMoney ? row.money : null, stale } : null;
  }
  const [words, money, open] = await Promise.all([
    worker.cache.words(key),
    withMoney ? worker.cache.money(key) : null,
    // The tabs are asked while the row is read.
    openAddresses(worker, [key]),
  ]);
  if (words === null) return null;
  // The record that was asked for comes first: its CRM is the one at hand.
  const address = await recordAddress(worker, [key, ...words.keys], open);
  const newTaskUrl = address?.newTask ?? undefined;
  return { key, words, money, stale, url: address?.page, newTaskUrl };
}

export function workerState(worker: Worker): WorkerState {
  const { user, me, cache, sync, contact, managed } = worker;
  const shown = mayShow(worker) ? shownManifest(worker) : null;
  return {
    sync: syncStatus(sync.state, cache.visible, contact),
    apiUrl: managed.apiUrl ?? user.apiUrl,
    locked: { apiUrl: managed.apiUrl !== undefined, remember: managed.rememberSignIn === false },
    me: sync.state.name === 'signed-out' ? null : me,
    overlays: {
      managed: managed.overlays ?? {},
      own: user.own,
      team: me?.overlays ?? null,
      effective: toggles(worker),
    },
    hiddenHosts: user.hiddenHosts,
    discreetUntil: isDiscreet(user.discreetUntil, worker.now()) ? user.discreetUntil : null,
    language: user.language,
    policy: shown?.policy ?? null,
    currency: shown?.currency ?? null,
    evaluation: shown?.evaluation ?? null,
    notes: worker.notes.counts,
    message: sync.state.name === 'signed-out' ? null : worker.clientPolicy.message,
    tooOld: isTooOld(worker),
  };
}
