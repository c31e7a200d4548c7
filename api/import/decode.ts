import { isUtf8 } from 'node:buffer';
import { FileProblem } from './file-problem.ts';

export const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Bytes to text, strictly: a file in another encoding than named is refused with its first wrong line and the
 * encoding it looks like, since every umlaut read wrongly would become a wrong name.
 * @throws FileProblem
 */
export async function* decode(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let linesBefore = 0;
  let tail: Uint8Array<ArrayBufferLike> = new Uint8Array();
  for await (const chunk of bytes) {
    const whole = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    // Whole lines only, so that a wrong byte can be traced to its line; UTF-16 lines end in two bytes.
    const end = encoding === 'utf-16le' ? whole.length - (whole.length % 2) : whole.lastIndexOf(0x0a) + 1;
    tail = whole.subarray(end);
    if (end === 0) continue;
    const part = whole.subarray(0, end);
    yield decodePart(part);
    linesBefore += countLines(part);
  }
  if (tail.length > 0) yield decodePart(tail);

  function decodePart(part: Uint8Array): string {
    try {
      return decoder.decode(part, { stream: true });
    } catch {
      throw wrongEncoding(file, part, linesBefore, encoding);
    }
  }
}

function wrongEncoding(file: string, part: Uint8Array, linesBefore: number, encoding: Encoding): FileProblem {
  const looksLike = part.includes(0) ? 'utf-16le' : 'windows-1252';
  return new FileProblem({
    file,
    line: linesBefore + firstWrongLine(part),
    column: '',
    value: '',
    reason: `The file is not ${encoding.toUpperCase()}; it looks like ${looksLike}.`,
    fix: `Run the import again with --encoding ${looksLike}, or save the file as UTF-8.`,
  });
}

function firstWrongLine(part: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = part.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(part.subarray(start, end))) return line;
    start = end + 1;
    line++;
  }
}

function countLines(part: Uint8Array): number {
  let count = 0;
  for (let at = part.indexOf(0x0a); at >= 0; at = part.indexOf(0x0a, at + 1)) count++;
  return count;
}
