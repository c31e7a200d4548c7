import { putBytes, readBytes } from './byte-values.ts';
import { dexieRows } from './dexie-rows.ts';
import { answerOf, type Peer, type PeerRequest } from './peer.ts';
import { pouchdbRows } from './pouchdb-rows.ts';
import { rxdbRows } from './rxdb-rows.ts';
import { timeSealing } from './sealing.ts';

type Request =
  | PeerRequest
  | { verb: 'putBytes' | 'readBytes'; url: string }
  | { verb: 'seal'; parts: number; bytes: number };

const makers: Record<string, () => Peer> = { dexie: dexieRows, rxdb: rxdbRows, pouchdb: pouchdbRows };
const peers = new Map<string, Peer>();

function peerOf(name: string): Peer {
  const make = makers[name];
  if (make === undefined) throw new Error(`there is no peer called ${name}`);
  const peer = peers.get(name) ?? make();
  peers.set(name, peer);
  return peer;
}

async function answer(request: Request): Promise<unknown> {
  switch (request.verb) {
    case 'putBytes':
      return putBytes(request.url);
    case 'readBytes':
      return readBytes(request.url);
    case 'seal':
      return timeSealing(request.parts, request.bytes);
    default:
      return request.peer === 'sqlite' ? askOffscreen(request) : answerOf(peerOf(request.peer), request);
  }
}

/** SQLite is not to be had in a service worker: it is asked by message, as any extension would have to. */
async function askOffscreen(request: PeerRequest): Promise<unknown> {
  if (!(await chrome.offscreen.hasDocument())) {
    await chrome.offscreen.createDocument({
      url: 'offscreen.html',
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification: 'SQLite needs a dedicated worker',
    });
  }
  const reply = await chrome.runtime.sendMessage({ to: 'offscreen', request });
  if (reply?.ok !== true) throw new Error(reply?.error ?? 'no answer');
  return reply.value;
}

chrome.runtime.onMessage.addListener((message, _, respond) => {
  if (message?.to === 'offscreen') return undefined;
  answer(message as Request).then(
    (value) => respond({ ok: true, value }),
    (error: unknown) => respond({ ok: false, error: String(error) }),
  );
  return true;
});
