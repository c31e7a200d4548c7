/** The id of a monday board, from its address or typed as it is; null where the text holds none. */
export function boardId(text: string): string | null {
  const wanted = text.trim();
  return /^\d{1,30}$/.exec(wanted)?.[0] ?? /\/boards\/(\d{1,30})(?:\D|$)/.exec(wanted)?.[1] ?? null;
}
