import type { SyncStatus } from '../../lib/contract/page-messages.ts';
import type { Translator } from '../../lib/i18n/translator.ts';

type Mark = 'ready' | 'signed-out' | 'error' | 'discreet';

const BADGES: Record<Mark, { text: string; colour: string }> = {
  ready: { text: '', colour: '#44546A' },
  'signed-out': { text: '?', colour: '#44546A' },
  error: { text: '!', colour: '#8A4B00' },
  discreet: { text: '–', colour: '#1B2430' },
};

/** The toolbar icon tells what the page does not: nobody signed in, trouble, or deliberately hidden. */
export async function markToolbar(
  action: Pick<typeof chrome.action, 'setBadgeText' | 'setBadgeBackgroundColor' | 'setTitle'>,
  t: Translator,
  status: SyncStatus,
  discreet: boolean,
): Promise<void> {
  const mark = markOf(status, discreet);
  const { text, colour } = BADGES[mark];
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: colour }),
    action.setTitle({ title: t(`toolbar.${mark}`) }),
  ]);
}

export function markOf(status: SyncStatus, discreet: boolean): Mark {
  if (status.phase === 'signed-out' || status.phase === 'locked') return 'signed-out';
  if (discreet) return 'discreet';
  // Offline with data is a state, not an error.
  return status.phase === 'error' || (status.phase === 'offline' && status.accounts === 0)
    ? 'error'
    : 'ready';
}
