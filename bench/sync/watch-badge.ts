/** Times of one badge, ms since the page began. */
export interface BadgeTimes {
  /** The account's header came into the document. */
  header: number;
  /** The frame after the one that had the glyph began: by then it is on the screen. */
  painted: number;
}

/**
 * Expression that waits for the header of an account and then, frame by frame, for the glyph; gives `BadgeTimes`. To be
 * run in the content script's world, which alone may look into closed roots.
 */
export function watchBadge(name: string, timeoutMs = 10_000): string {
  return `(async () => {
    const until = (look, watch) => new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error('no badge in ${timeoutMs} ms, header ' + !!header())), ${timeoutMs});
      watch((value) => { clearTimeout(late); done(value); });
    });
    const header = () => [...document.querySelectorAll('h1')].find((h) => h.textContent === ${JSON.stringify(name)});
    const within = (node) => node && chrome.dom.openOrClosedShadowRoot(node);
    const drawn = () => [...document.querySelectorAll('*')].some((node) =>
      node.localName.startsWith('x-') &&
      [...(within(node)?.children ?? [])].some((inner) => within(inner)?.querySelector('.g:not(.wait)')));
    const at = await until(header, (done) => {
      const look = () => { if (header()) { observer.disconnect(); done(performance.now()); } };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, characterData: true });
      look();
    });
    const painted = await until(drawn, (done) => {
      const frame = () => requestAnimationFrame(drawn() ? done : frame);
      requestAnimationFrame(frame);
    });
    return { header: at, painted };
  })()`;
}
