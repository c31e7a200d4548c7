import { describe, expect, it, vi } from 'vitest';
import { createContentClient } from './content-client.ts';
import type { MessageSender } from './sender.ts';
import { identifySender } from './sender.ts';
import { type ContentHandlers, createMessageServer, type PageHandlers, RefusedError } from './server.ts';
import { Tickets } from './tickets.ts';
import { TokenBuckets } from './token-bucket.ts';
import type { Answer, ClientRuntime } from './transport.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const EXTENSION = `chrome-extension://${ID}/`;
const CRM: MessageSender = {
  id: ID,
  url: 'https://crm.example/account/1',
  frameId: 0,
  tab: { id: 7, windowId: 3 },
};
const POPUP: MessageSender = { id: ID, url: `${EXTENSION}popup.html` };
const CARD: MessageSender = {
  id: ID,
  url: `${EXTENSION}card.html#t`,
  frameId: 5,
  tab: { id: 7, windowId: 3 },
};

describe('who is talking', () => {
  const identify = (sender: MessageSender) => identifySender(sender, ID, EXTENSION);
  it('knows its own content scripts, pages and card', () => {
    expect(identify(CRM)).toEqual({ kind: 'content', tabId: 7, windowId: 3, url: CRM.url, frameId: 0 });
    expect(identify(POPUP)).toEqual({ kind: 'page', tabId: null, windowId: null });
    expect(identify({ ...POPUP, frameId: 0, tab: { id: 2, windowId: 1 } })).toMatchObject({
      kind: 'page',
      tabId: 2,
    });
    expect(identify(CARD)).toEqual({ kind: 'card', tabId: 7, windowId: 3 });
  });
  it.each([
    ['another extension', { ...CRM, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['nobody', {}],
    ['a frame of a page we may not see', { ...CRM, frameId: 4 }],
    ['a frame of another origin', { ...CRM, frameId: 4, tab: { id: 7, url: 'https://other.example/' } }],
    ['a script without tab', { ...CRM, tab: undefined }],
    ['a file', { ...CRM, url: 'file:///etc/passwd' }],
    ['a popup framed by a page', { ...POPUP, frameId: 5, tab: { id: 7 } }],
    ['a card without tab', { ...CARD, tab: undefined }],
    ['an address that is none', { ...CRM, url: 'nonsense' }],
  ] as [string, MessageSender][])('does not talk to %s', (_, sender) => {
    expect(identify(sender)).toBeNull();
  });
});

const content = { confirm: vi.fn(async () => 'same') } as unknown as ContentHandlers;
const page = {
  state: vi.fn(async () => {
    throw new Error('secret detail');
  }),
  search: vi.fn(async () => []),
} as unknown as PageHandlers;
const serve = createMessageServer({ extensionId: ID, extensionUrl: EXTENSION, content, page });
const send = (message: unknown, sender: MessageSender) =>
  new Promise<Answer>((resolve) => void serve(message, sender, resolve));

describe('the server', () => {
  it('checks the message before a handler sees it', async () => {
    const bad: unknown[] = [null, 1, 'x', {}, { verb: 'nope' }, { verb: 'confirm', key: '', heading: '' }];
    bad.push({ verb: 'confirm', key: 'k', heading: 'x'.repeat(201) });
    bad.push({ verb: 'lookup', keys: Array.from({ length: 201 }, () => 'k') });
    for (const message of bad) {
      expect(await send(message, CRM)).toMatchObject({ ok: false, code: 'invalid-request' });
    }
    expect(content.confirm).not.toHaveBeenCalled();
    expect(await send({ verb: 'confirm', key: 'k', heading: 'h' }, CRM)).toEqual({ ok: true, value: 'same' });
  });

  it('keeps the verbs of pages from content scripts and most of them from the card', async () => {
    const search = { verb: 'search', text: 'x', limit: 5 };
    expect(await send(search, CRM)).toMatchObject({ ok: false, code: 'invalid-request' });
    expect(await send(search, CARD)).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await send(search, { ...POPUP, id: 'x' })).toMatchObject({ ok: false, code: 'unknown-sender' });
    expect(page.search).not.toHaveBeenCalled();
    expect(await send(search, POPUP)).toEqual({ ok: true, value: [] });
  });

  it('lets no detail of a failure out', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(JSON.stringify(await send({ verb: 'state' }, POPUP))).not.toContain('secret');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('answers in the turn of the question where the answer is known', async () => {
    const known = { confirm: () => 'different' } as unknown as ContentHandlers;
    const refused = {
      confirm: () => {
        throw new RefusedError('rate-limited', 'later');
      },
    } as unknown as ContentHandlers;
    const answers: Answer[] = [];
    for (const content of [known, refused]) {
      const server = createMessageServer({ extensionId: ID, extensionUrl: EXTENSION, content, page });
      server({ verb: 'confirm', key: 'k', heading: 'h' }, CRM, (answer) => answers.push(answer));
    }
    expect(answers).toEqual([
      { ok: true, value: 'different' },
      { ok: false, code: 'rate-limited', message: 'later' },
    ]);
  });

  it('leaves events to others', () => {
    expect(serve({ event: 'state' }, POPUP, () => {})).toBeUndefined();
  });
});

describe('the client', () => {
  const runtime = (send: () => Promise<unknown>, id: string | undefined = ID): ClientRuntime => ({
    id,
    sendMessage: send,
    onMessage: { addListener: () => {}, removeListener: () => {} },
  });
  const ask = (r: ClientRuntime) => createContentClient(r).ask({ verb: 'openPanel' });

  it('takes no answer for an error', async () => {
    await expect(ask(runtime(async () => undefined))).rejects.toMatchObject({ code: 'no-answer' });
    const gone = runtime(async () => Promise.reject(new Error('Receiving end does not exist')));
    await expect(ask(gone)).rejects.toMatchObject({ code: 'no-answer' });
  });
  it('names an invalidated context', async () => {
    const invalid = runtime(async () => Promise.reject(new Error('Extension context invalidated.')));
    await expect(ask(invalid)).rejects.toMatchObject({ code: 'context-invalidated' });
    const removed = { ...runtime(async () => ({ ok: true, value: true })), id: undefined };
    await expect(ask(removed)).rejects.toMatchObject({ code: 'context-invalidated' });
  });
  it('throws the worker’s errors again', async () => {
    const refused = runtime(async () => ({ ok: false, code: 'rate-limited', message: 'later' }));
    await expect(ask(refused)).rejects.toMatchObject({ code: 'rate-limited', message: 'later' });
  });
});

describe('limits', () => {
  it('gives a tab so many ids at once and so many a second', () => {
    const buckets = new TokenBuckets(1_000, 50);
    const taken = Array.from({ length: 10 }, () => buckets.take(1, 200, 0)).filter(Boolean).length;
    expect(taken).toBe(5);
    expect(buckets.take(2, 200, 0)).toBe(true);
    expect(buckets.take(1, 51, 1_000)).toBe(false);
    expect(buckets.take(1, 50, 1_000)).toBe(true);
    // A clock set back gives nothing.
    expect(buckets.take(1, 1, 500)).toBe(false);
  });

  it('redeems a ticket once, in its own tab, within 10 s', () => {
    let count = 0;
    const tickets = new Tickets(() => `t${count++}`);
    const one = tickets.issue(7, 'key', 0);
    expect(tickets.redeem(one, 7, 1)).toBe('key');
    expect(tickets.redeem(one, 7, 1)).toBeNull();
    expect(tickets.redeem(tickets.issue(7, 'key', 0), 8, 1)).toBeNull();
    expect(tickets.redeem(tickets.issue(7, 'key', 0), 7, 10_000)).toBeNull();
    expect(tickets.redeem('guessed', 7, 0)).toBeNull();
  });
});
