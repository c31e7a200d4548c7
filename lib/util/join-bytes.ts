/** The pieces one after the other, in a buffer of their own. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

/** The same of buffers. */
export function joinBuffers(pieces: readonly ArrayBuffer[]): ArrayBuffer {
  return joinBytes(pieces.map((piece) => new Uint8Array(piece))).buffer;
}
