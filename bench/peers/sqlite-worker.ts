import { answerOf, type PeerRequest } from './peer.ts';
import { sqliteRows } from './sqlite-rows.ts';

/** The dedicated worker that SQLite needs; asked by the offscreen document. */
const peer = sqliteRows();

addEventListener(
  'message',
  ({ data: { id, request } }: MessageEvent<{ id: number; request: PeerRequest }>) => {
    peer
      .then((rows) => answerOf(rows, request))
      .then(
        (value) => postMessage({ id, ok: true, value }),
        (error: unknown) => postMessage({ id, ok: false, error: String(error) }),
      );
  },
);
