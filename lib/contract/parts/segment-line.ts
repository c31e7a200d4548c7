import { hash64 } from '../../util/hash64.ts';

/**
 * One line of a segment. A row of words says by its first record key under which hash it stands; every other line
 * says it by `h`.
 */
export interface SegmentLine {
  h?: string;
  /** Null among changes: gone from this scope. */
  row?: unknown;
  /** The line that a further record key leads to. */
  to?: unknown;
}

/** Null where the text is no line. */
export function parseSegmentLine(text: string): SegmentLine | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as SegmentLine) : null;
  } catch {
    return null;
  }
}

/** Under which hash a line stands; null where it does not say. */
export function hashOfLine({ h, row }: SegmentLine): string | null {
  if (h !== undefined) return typeof h === 'string' ? h : null;
  const keys = (row as { keys?: unknown } | null | undefined)?.keys;
  const key: unknown = Array.isArray(keys) ? keys[0] : undefined;
  return typeof key === 'string' ? hash64(key) : null;
}
