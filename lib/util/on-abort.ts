/** Runs `stop` once when `signal` aborts. */
export function onAbort(signal: AbortSignal, stop: () => void): void {
  signal.addEventListener('abort', stop, { once: true });
}
