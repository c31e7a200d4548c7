/** A document without a screen, whose only task is to hold the worker that SQLite needs. */
const worker = new Worker('sqlite-worker.js', { type: 'module' });
const waiting = new Map<number, (answer: unknown) => void>();
let last = 0;

worker.addEventListener('message', ({ data }: MessageEvent<{ id: number }>) => {
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
});

chrome.runtime.onMessage.addListener((message, _, respond) => {
  if (message?.to !== 'offscreen') return undefined;
  const id = ++last;
  waiting.set(id, respond);
  worker.postMessage({ id, request: message.request });
  return true;
});
