import type { PageEvent, PageRequest, PageResponses } from '../contract/page-messages.ts';
import { type ClientRuntime, listenForEvents, sendRequest } from './transport.ts';

export interface PageClient {
  /** @throws ContextInvalidatedError, NoAnswerError, WorkerError */
  ask<R extends PageRequest>(request: R): Promise<PageResponses[R['verb']]>;
  onEvent(listener: (event: PageEvent) => void, signal: AbortSignal): void;
}

/** The side of the protocol of the extension's own pages (popup, side panel, options, welcome, card). */
export function createPageClient(runtime: ClientRuntime): PageClient {
  return {
    ask: <R extends PageRequest>(request: R) =>
      sendRequest(runtime, request) as Promise<PageResponses[R['verb']]>,
    onEvent: (listener, signal) =>
      listenForEvents<PageEvent>(runtime, ['state', 'record', 'notes', 'crms', 'intent'], listener, signal),
  };
}
