import type { SyncStatus } from '../../lib/contract/page-messages.ts';
import type { Translator } from '../../lib/i18n/translator.ts';

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

/** The toolbar icon tells what the page does not: nobody signed in, trouble, or deliberately hidden. */
export async function markToolbar(action: Action, t: Translator, mark: ToolbarMark): Promise<void> {
  const { icon, text } = LOOKS[mark];
  await Promise.all([
    action.setIcon({ path: Object.fromEntries(SIZES.map((size) => [size, `/icon/${icon}${size}.png`])) }),
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: '#8A4B00' }),
    action.setTitle({ title: t(`toolbar.${mark}`) }),
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
