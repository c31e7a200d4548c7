/** Runs work once for all calls of one turn and the `ms` after it: what ends as it began need not be told twice. */
export function coalesced(work: () => void, ms: number): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      work();
    }, ms);
  };
}
