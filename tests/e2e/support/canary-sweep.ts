import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpacked } from '../../support/unpacked.ts';

/**
 * Files below a folder that hold one of the words, in UTF-8 or UTF-16, also where they are packed.
 * @returns `file: word` for each find
 */
export function sweep(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
    { word, bytes: Buffer.from(word, 'utf16le').swap16() },
  ]);
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    for (const text of [content, ...members(content)]) {
      for (const { word, bytes } of needles) if (text.includes(bytes)) found.add(`${path}: ${word}`);
    }
  }
  return [...found];
}

/** What is packed somewhere in a file: gzip members and the blocks of segments. */
function members(content: Buffer): Buffer[] {
  const magics = [Buffer.from([0x1f, 0x8b, 0x08]), Buffer.from([0x54, 0x4c, 0x53, 2])];
  const out: Buffer[] = [];
  for (const magic of magics) {
    // What is torn apart by the database's own blocks unpacks to nothing.
    for (let at = content.indexOf(magic); at !== -1; at = content.indexOf(magic, at + 1)) {
      out.push(...unpacked(content.subarray(at)));
    }
  }
  return out;
}
