/** Parts that are read from the database together: some megabytes. */
const AT_ONCE = 32;

/**
 * Parts one after the other, in the order of their digests. Read only as far as whoever receives them is ready for
 * more: the memory holds a few dozen, however large a territory is.
 * @param read some parts in the order of their digests; what it throws ends the stream
 */
export function streamParts(
  digests: readonly string[],
  read: (digests: readonly string[]) => Promise<Uint8Array[]>,
  atOnce = AT_ONCE,
): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next >= digests.length) return controller.close();
      const some = digests.slice(next, next + atOnce);
      next += atOnce;
      controller.enqueue(Buffer.concat(await read(some)));
    },
  });
}
