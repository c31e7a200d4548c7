import { joinBytes } from '../util/join-bytes.ts';

/** What a part may hold at most, unpacked. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Unpacks one gzip member.
 * @throws TypeError when the bytes are not gzip, cut short, or hold more than `maxBytes`
 */
export function gunzip(bytes: ArrayBuffer, maxBytes = MOST_BYTES): Promise<Uint8Array<ArrayBuffer>> {
  return unpack('gzip', [new Uint8Array(bytes)], maxBytes);
}

/** Unpacks raw deflate that comes in pieces. @throws TypeError as `gunzip` */
export function inflateRaw(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  return unpack('deflate-raw', pieces, MOST_BYTES);
}

async function unpack(
  format: CompressionFormat,
  pieces: readonly Uint8Array<ArrayBuffer>[],
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { readable: stream, writable } = new DecompressionStream(format);
  // Written by hand: a Blob would go through the browser's own process first. Faults come out at the other end.
  const writer = writable.getWriter();
  for (const piece of pieces) writer.write(piece).catch(() => {});
  writer.close().catch(() => {});
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TypeError(`the bytes unpack to more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return joinBytes(chunks);
}
