import { joinBytes } from '../util/join-bytes.ts';

/**
 * Unpacks one gzip member.
 * @throws TypeError when the bytes are not gzip, cut short, or hold more than `maxBytes`
 */
export async function gunzip(bytes: ArrayBuffer, maxBytes = 256 * 1024 * 1024): Promise<Uint8Array> {
  const { readable: stream, writable } = new DecompressionStream('gzip');
  // Written by hand: a Blob would go through the browser's own process first. Faults come out at the other end.
  const writer = writable.getWriter();
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TypeError(`gzip member unpacks to more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return joinBytes(chunks);
}

export async function gunzipText(bytes: ArrayBuffer): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await gunzip(bytes));
}
