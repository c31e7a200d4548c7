import { ContextInvalidatedError, NoAnswerError, WorkerError } from '../errors/message-errors.ts';

/** What crosses the border for every request; anything else counts as no answer. */
export type Answer = { ok: true; value: unknown } | { ok: false; code: string; message: string };

type Listener = (message: unknown, sender: unknown, respond: (answer?: unknown) => void) => unknown;

/** The part of `browser.runtime` that clients use. */
export interface ClientRuntime {
  id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

/** Sends one request to the worker; an error that crosses the border is thrown here again. */
export async function sendRequest(runtime: ClientRuntime, request: unknown): Promise<unknown> {
  if (runtime.id === undefined) throw new ContextInvalidatedError();
  let answer: unknown;
  try {
    answer = await runtime.sendMessage(request);
  } catch (error) {
    if (runtime.id === undefined || /context invalidated/i.test(String(error))) {
      throw new ContextInvalidatedError(error);
    }
    throw new NoAnswerError(error);
  }
  if (!isAnswer(answer)) throw new NoAnswerError();
  if (!answer.ok) throw new WorkerError(answer.code, answer.message);
  return answer.value;
}

/** Calls `listener` for every message named by `names` that carries `event`, until `signal` aborts. */
export function listenForEvents<E extends { event: string }>(
  runtime: ClientRuntime,
  names: readonly E['event'][],
  listener: (event: E) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const onMessage: Listener = (message) => {
    const event = (message as { event?: unknown } | null)?.event;
    if (typeof event === 'string' && (names as readonly string[]).includes(event)) listener(message as E);
    return undefined;
  };
  runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(onMessage), { once: true });
}

function isAnswer(value: unknown): value is Answer {
  return typeof (value as { ok?: unknown } | null | undefined)?.ok === 'boolean';
}
