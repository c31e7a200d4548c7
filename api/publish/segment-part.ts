import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { joinSegment, type SegmentBlock, streamsOf } from '../../lib/contract/parts/segment.ts';
import { digested, type Part } from './digested.ts';
import { type PartLine, rangeOf } from './part-line.ts';

/** Bytes of text in a block: a row is found by unpacking one, and the first is what the others are compressed against. */
const BLOCK_BYTES = 24 * 1024;

/** @param lines ascending by hash, at least one */
export function segmentPart(lines: readonly PartLine[]): Part {
  const [first = { hash: '', text: Buffer.alloc(0) }, ...rest] = blocksOf(lines);
  const blocks: SegmentBlock[] = [
    {
      first: first.hash,
      bytes: deflateRawSync(first.text, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }),
    },
    ...rest.map(({ hash, text }) => ({
      first: hash,
      bytes: deflateRawSync(text, { level: 9, dictionary: first.text }),
    })),
  ];
  const about = { kind: 'segment', count: lines.length, ...rangeOf(lines) } as const;
  return digested(joinSegment(lines.length, first.text.length, blocks), about);
}

/** Texts of the lines that `segmentPart` has packed. */
export function segmentTexts(segment: Uint8Array): string[] {
  return Array.from(streamsOf(segment), ({ pieces, skip }) =>
    inflateRawSync(Buffer.concat(pieces)).subarray(skip).toString(),
  ).flatMap((text) => text.split('\n').filter((line) => line !== ''));
}

function blocksOf(lines: readonly PartLine[]): { hash: string; text: Buffer }[] {
  const blocks: { hash: string; texts: Buffer[]; size: number }[] = [];
  for (const { hash, text } of lines) {
    const bytes = Buffer.from(`${text}\n`);
    const last = blocks.at(-1);
    if (last === undefined || last.size + bytes.length > BLOCK_BYTES) {
      blocks.push({ hash, texts: [bytes], size: bytes.length });
    } else {
      last.texts.push(bytes);
      last.size += bytes.length;
    }
  }
  return blocks.map(({ hash, texts }) => ({ hash, text: Buffer.concat(texts) }));
}
