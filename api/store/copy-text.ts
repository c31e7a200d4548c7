export type CopyValue = string | number | bigint | boolean | null | readonly (string | number)[];

const CHUNK_CHARACTERS = 4_000_000;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Rows in PostgreSQL's COPY text format, joined to chunks of some megabytes. */
export async function* copyText(
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): AsyncGenerator<string> {
  let chunk: string[] = [];
  let size = 0;
  for await (const row of rows) {
    const line = `${row.map(field).join('\t')}\n`;
    chunk.push(line);
    size += line.length;
    if (size < CHUNK_CHARACTERS) continue;
    yield chunk.join('');
    chunk = [];
    size = 0;
  }
  if (chunk.length > 0) yield chunk.join('');
}

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Array.isArray(value)) return escapeText(arrayLiteral(value));
  return String(value);
}

function escapeText(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string);
}

function arrayLiteral(values: readonly (string | number)[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
