import type { WordsRow } from '../../lib/contract/words-row.ts';

/** Rows of a stream of JSON lines, `size` at a time; the next piece is read while these are worked on. */
export async function* fetchRows(url: string, size: number): AsyncGenerator<WordsRow[]> {
  const response = await fetch(url);
  let rows: WordsRow[] = [];
  for await (const line of linesOf(response)) {
    rows.push(JSON.parse(line) as WordsRow);
    if (rows.length < size) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  const texts = response.body.pipeThrough(new TextDecoderStream());
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
