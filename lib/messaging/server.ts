import type { z } from 'zod';
import { ContentRequest, type ContentResponses } from '../contract/content-messages.ts';
import { PageRequest, type PageResponses } from '../contract/page-messages.ts';
import { TierlensError } from '../errors/tierlens-error.ts';
import { identifySender, type KnownSender, type MessageSender } from './sender.ts';
import type { Answer } from './transport.ts';

export type ContentSender = Extract<KnownSender, { kind: 'content' }>;
type PageSender = Exclude<KnownSender, ContentSender>;

export type ContentHandlers = {
  [R in ContentRequest as R['verb']]: (
    request: R,
    sender: ContentSender,
  ) => ContentResponses[R['verb']] | Promise<ContentResponses[R['verb']]>;
};
export type PageHandlers = {
  [R in PageRequest as R['verb']]: (request: R, sender: PageSender) => Promise<PageResponses[R['verb']]>;
};

/** All that the frame inside a CRM page may ask. */
const CARD_VERBS: ReadonlySet<PageRequest['verb']> = new Set(['card', 'closeCard', 'openPanel', 'state']);

export class RefusedError extends TierlensError {
  constructor(code: 'unknown-sender' | 'invalid-request' | 'forbidden' | 'rate-limited', message: string) {
    super(code, message);
  }
}

export interface ServerOptions {
  extensionId: string;
  extensionUrl: string;
  content: ContentHandlers;
  page: PageHandlers;
}

/**
 * Listener for `runtime.onMessage`. The sender is checked before the message is looked at, the message before
 * a handler sees it. Handlers are called in the same turn, so that a user gesture still counts in them.
 */
export function createMessageServer(options: ServerOptions) {
  return (message: unknown, sender: MessageSender, respond: (answer: Answer) => void): true | undefined => {
    // Events that the extension's own pages hear as well.
    if (typeof message === 'object' && message !== null && 'event' in message) return undefined;
    try {
      const answer = handle(options, message, sender);
      if (answer instanceof Promise) {
        answer.then(
          (value: unknown) => respond({ ok: true, value }),
          (error: unknown) => respond(serialise(error)),
        );
      } else respond({ ok: true, value: answer });
    } catch (error) {
      respond(serialise(error));
    }
    return true;
  };
}

/** An answer that is known already is given in the turn of the question. */
function handle(options: ServerOptions, message: unknown, from: MessageSender): unknown {
  const sender = identifySender(from, options.extensionId, options.extensionUrl);
  if (sender === null) throw new RefusedError('unknown-sender', 'This sender is not answered.');
  if (sender.kind === 'content') {
    const request = parse(ContentRequest, message);
    const handler = options.content[request.verb] as (request: ContentRequest, s: ContentSender) => unknown;
    return handler(request, sender);
  }
  const request = parse(PageRequest, message);
  if (sender.kind === 'card' && !CARD_VERBS.has(request.verb)) {
    throw new RefusedError('forbidden', 'The card may not ask this.');
  }
  const handler = options.page[request.verb] as (request: PageRequest, s: PageSender) => unknown;
  return handler(request, sender);
}

function parse<S extends z.ZodType>(schema: S, message: unknown): z.output<S> {
  const result = schema.safeParse(message);
  if (!result.success) throw new RefusedError('invalid-request', 'The message is none that is answered.');
  return result.data;
}

/** Codes and texts cross, stacks and data do not. */
function serialise(error: unknown): Answer {
  if (error instanceof TierlensError) return { ok: false, code: error.code, message: error.message };
  console.error(error);
  return { ok: false, code: 'internal', message: 'The extension failed; see the log of its service worker.' };
}
