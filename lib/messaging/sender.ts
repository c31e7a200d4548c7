import { rememberLast } from '../util/remember-last.ts';

/** What the browser says of the sender of a message; nothing of it can be forged by a page. */
export interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined; url?: string | undefined } | undefined;
}

export type KnownSender =
  /** `frameId` 0 is the page itself, others are frames of the same origin. */
  | { kind: 'content'; tabId: number; windowId: number | null; url: string; frameId: number }
  /** `card`: the frame inside a CRM page; it may do less than other pages of ours. */
  | { kind: 'page' | 'card'; tabId: number | null; windowId: number | null };

/** A page asks many times, from the same address. */
const parsed = rememberLast((address: string) => URL.parse(address));

/**
 * Who sent a message, or null where we do not talk to it: other extensions, frames of another origin than their page, anything unknown.
 * @param extensionUrl `runtime.getURL('/')`
 */
export function identifySender(
  sender: MessageSender,
  extensionId: string,
  extensionUrl: string,
): KnownSender | null {
  const url = sender.id === extensionId ? parsed(sender.url ?? '') : null;
  if (url === null || sender.url === undefined) return null;
  const tabId = sender.tab?.id ?? null;
  const windowId = sender.tab?.windowId ?? null;
  if (extensionUrl.startsWith(`${url.protocol}//`)) {
    // With dynamic addresses the frame's host differs from the id; the id above is the browser's word.
    if (url.pathname === '/card.html') return tabId === null ? null : { kind: 'card', tabId, windowId };
    const framed = sender.tab !== undefined && sender.frameId !== 0;
    return framed ? null : { kind: 'page', tabId, windowId };
  }
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  const { frameId } = sender;
  if (!web || tabId === null || frameId === undefined) return null;
  // The browser tells a tab's address only where the host is granted.
  if (frameId !== 0 && originOf(sender.tab?.url) !== url.origin) return null;
  return { kind: 'content', tabId, windowId, url: sender.url, frameId };
}

function originOf(address: string | undefined): string | null {
  return URL.parse(address ?? '')?.origin ?? null;
}
