import { lanesOfHash } from '../../util/hash64.ts';

/** "TLS" and the number of the format. */
const MAGIC = [0x54, 0x4c, 0x53, 2] as const;
const HEADER_BYTES = 16;
/** Per block: its first hash (two lanes) and where it ends. */
const ENTRY_BYTES = 12;
/** Ends a raw deflate stream (RFC 1951 §3.2.6: the last block, empty). */
const END = new Uint8Array([3, 0]);

/** Some lines of a segment, compressed. */
export interface SegmentBlock {
  /** Hash of its first line. */
  first: string;
  bytes: Uint8Array;
}

/** What is to be unpacked for the lines of one block: the first block, which all others continue, comes with them. */
export interface SegmentStream {
  /** Raw deflate, one piece after the other. */
  pieces: Uint8Array<ArrayBuffer>[];
  /** Unpacked bytes of the first block, in front of those that are wanted. */
  skip: number;
}

/**
 * Puts the blocks of a segment together: a line is read by unpacking its block, not the whole segment.
 *
 * All little endian: magic, number of lines, number of blocks, unpacked size of the first one (4 bytes each); then for
 * each block the high and low lane of its first hash and the offset of its end (4 bytes each); then the blocks. The
 * first is raw deflate up to a flush, without an end. Each other one continues it, as if it stood right behind: what
 * all lines have in common is said once.
 * @param firstSize bytes of the first block before it was compressed
 */
export function joinSegment(
  count: number,
  firstSize: number,
  blocks: readonly SegmentBlock[],
): Uint8Array<ArrayBuffer> {
  const start = HEADER_BYTES + blocks.length * ENTRY_BYTES;
  const size = blocks.reduce((sum, { bytes }) => sum + bytes.length, start);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  out.set(MAGIC);
  view.setUint32(4, count, true);
  view.setUint32(8, blocks.length, true);
  view.setUint32(12, firstSize, true);
  let at = start;
  for (const [i, { first, bytes }] of blocks.entries()) {
    const entry = HEADER_BYTES + i * ENTRY_BYTES;
    out.set(bytes, at);
    at += bytes.length;
    const { high, low } = lanesOfHash(first);
    view.setUint32(entry, high, true);
    view.setUint32(entry + 4, low, true);
    view.setUint32(entry + 8, at, true);
  }
  return out;
}

/** Number of lines that a segment says it holds; null where it is none. */
export function segmentCount(segment: Uint8Array): number | null {
  return headOf(segment)?.count ?? null;
}

/**
 * The block that holds the line of a hash, should there be one.
 * @throws TypeError where the bytes are no segment
 */
export function streamFor(segment: Uint8Array, hash: string): SegmentStream {
  const { view, blocks } = checkedHead(segment);
  const { high, low } = lanesOfHash(hash);
  let from = 0;
  let to = blocks - 1;
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    const entry = HEADER_BYTES + middle * ENTRY_BYTES;
    const order = view.getUint32(entry, true) - high || view.getUint32(entry + 4, true) - low;
    if (order <= 0) from = middle;
    else to = middle - 1;
  }
  return streamOf(segment, from);
}

/** All blocks in their order. @throws TypeError where the bytes are no segment */
export function* streamsOf(segment: Uint8Array): Generator<SegmentStream> {
  const { blocks } = checkedHead(segment);
  for (let index = 0; index < blocks; index++) yield streamOf(segment, index);
}

function streamOf(segment: Uint8Array, index: number): SegmentStream {
  const { view, blocks } = checkedHead(segment);
  const start = HEADER_BYTES + blocks * ENTRY_BYTES;
  const endOf = (i: number) => (i < 0 ? start : view.getUint32(HEADER_BYTES + i * ENTRY_BYTES + 8, true));
  const block = (i: number) => segment.subarray(endOf(i - 1), endOf(i)) as Uint8Array<ArrayBuffer>;
  if (index === 0) return { pieces: [block(0), END], skip: 0 };
  return { pieces: [block(0), block(index)], skip: view.getUint32(12, true) };
}

function headOf(segment: Uint8Array): { view: DataView; count: number; blocks: number } | null {
  if (segment.length < HEADER_BYTES || !MAGIC.every((byte, at) => segment[at] === byte)) return null;
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const blocks = view.getUint32(8, true);
  if (blocks === 0 || HEADER_BYTES + blocks * ENTRY_BYTES > segment.length) return null;
  return { view, count: view.getUint32(4, true), blocks };
}

function checkedHead(segment: Uint8Array): { view: DataView; blocks: number } {
  const head = headOf(segment);
  if (head === null) throw new TypeError('the bytes are no segment');
  return head;
}
