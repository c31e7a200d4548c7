import type { ContentEvent, ContentRequest, ContentResponses } from '../contract/content-messages.ts';
import { type ClientRuntime, listenForEvents, sendRequest } from './transport.ts';

export interface ContentClient {
  /** @throws ContextInvalidatedError, NoAnswerError, WorkerError */
  ask<R extends ContentRequest>(request: R): Promise<ContentResponses[R['verb']]>;
  onEvent(listener: (event: ContentEvent) => void, signal: AbortSignal): void;
}

/** The content script's side of the protocol; answers come from our own worker and are not checked again. */
export function createContentClient(runtime: ClientRuntime): ContentClient {
  return {
    ask: <R extends ContentRequest>(request: R) =>
      sendRequest(runtime, request) as Promise<ContentResponses[R['verb']]>,
    onEvent: (listener, signal) =>
      listenForEvents<ContentEvent>(runtime, ['overlay-changed', 'close-card'], listener, signal),
  };
}
