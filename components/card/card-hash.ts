export interface CardHash {
  ticket: string | null;
  /** Theme of the page behind the frame; null: the system's. */
  theme: 'light' | 'dark' | null;
}

/** Reads `#ticket=…&theme=dark`, the address the content script gives the card frame. */
export function readCardHash(hash: string): CardHash {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const theme = params.get('theme');
  return {
    ticket: params.get('ticket') || null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
}
