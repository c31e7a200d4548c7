import type { SyncStatus } from '../../lib/contract/page-messages.ts';
import type { BadgeTranslator } from '../../lib/i18n/badge-translator.ts';
import type { StorageArea } from '../../lib/util/storage-area.ts';

export type ToolbarMark = 'ready' | 'signed-out' | 'error' | 'discreet';

const SIZES = [16, 32, 48, 128];

/** Icon family in `public/icon` and the text over it. */
const LOOKS: Record<ToolbarMark, { icon: string; text: string }> = {
  ready: { icon: '', text: '' },
  'signed-out': { icon: 'signed-out-', text: '' },
  error: { icon: '', text: '!' },
  discreet: { icon: 'discreet-', text: '' },
};

type Action = Pick<typeof chrome.action, 'setIcon' | 'setBadgeText' | 'setBadgeBackgroundColor' | 'setTitle'>;

const KEY = 'toolbar';

/**
 * The toolbar icon tells what the page does not: nobody signed in, trouble, or deliberately hidden.
 * @param session remembers over the worker's lives, for as long as the browser keeps the icon, what is drawn:
 * drawing costs a worker that has just started more than all its other work
 * @returns draws the mark where it is not the one that is drawn
 */
export function createToolbar(browser: { action: Action }, session: StorageArea) {
  let wanted: string | null = null;
  return async (t: BadgeTranslator, mark: ToolbarMark): Promise<void> => {
    const title = t(`toolbar.${mark}`);
    const look = `${mark} ${title}`;
    if (look === wanted) return;
    const first = wanted === null;
    wanted = look;
    if (first && (await session.get(KEY))[KEY] === look) return;
    // Asked for only now: a browser makes each of its objects when it is first named.
    await draw(browser.action, mark, title);
    await session.set({ [KEY]: look });
  };
}

async function draw(action: Action, mark: ToolbarMark, title: string): Promise<void> {
  const { icon, text } = LOOKS[mark];
  await Promise.all([
    action.setIcon({ path: Object.fromEntries(SIZES.map((size) => [size, `/icon/${icon}${size}.png`])) }),
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: '#8A4B00' }),
    action.setTitle({ title }),
  ]);
}

export function toolbarMark(status: SyncStatus, discreet: boolean): ToolbarMark {
  if (status.phase === 'signed-out' || status.phase === 'locked') return 'signed-out';
  if (discreet) return 'discreet';
  // Offline with data is a state, not an error.
  return status.phase === 'error' || (status.phase === 'offline' && status.accounts === 0)
    ? 'error'
    : 'ready';
}
